package org.tickcast.feed;

/** A source of market events. */
public interface Feed extends AutoCloseable {

    /** What it is called in logs and settings. */
    String name();

    /** Starts putting events into the inbox, from whatever thread suits it. */
    void start(Inbox inbox);

    /** Ends it; no event follows. */
    @Override
    void close();
}
