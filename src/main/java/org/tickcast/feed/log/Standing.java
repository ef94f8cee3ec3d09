package org.tickcast.feed.log;

/** What a node is to the shared market. */
public enum Standing {
    /** It looks for what there is. */
    JOINING("joins the shared market"),
    /** It lets happen what another node writes. */
    FOLLOWING("follows the shared market"),
    /** Its own feed is everybody's. */
    WRITING("holds the lease: its feed is written to the log"),
    /** It held the lease, and goes on for its own clients, without the others. */
    ALONE("cannot reach the log, and goes on alone"),
    /** It cannot hear what the others do, and shows what it heard last. */
    CUT_OFF("cannot reach the log, and shows what it had last");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    /** Of a node: it &hellip;. */
    public String words() {
        return words;
    }

    /** Whether an operator should know. */
    public boolean isDegraded() {
        return this == ALONE || this == CUT_OFF;
    }
}
