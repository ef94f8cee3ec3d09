package org.tickcast.admission;

/** What the rules say about where a page comes from. */
public enum OriginAnswer {
    /** A page of this very server. */
    OWN_HOST(true),
    /** A page from an origin on the list. */
    LISTED(true),
    /** No page at all, as it seems: bots send no Origin. Only a token can tell who it is, so one has to be asked for. */
    ABSENT(true),
    /** No Origin, and the rules want one. */
    ABSENT_REFUSED(false),
    /** The origin {@code null}, which any page can have. */
    OPAQUE(false),
    /** Not one origin: no browser sends that. */
    UNREADABLE(false),
    /** A page from somewhere else. */
    NOT_LISTED(false);

    private final boolean allowed;

    OriginAnswer(boolean allowed) {
        this.allowed = allowed;
    }

    public boolean allowed() {
        return allowed;
    }
}
