package org.tickcast.feed;

/** A source of market events. */
public interface Feed extends AutoCloseable {

    /** What it is called in logs and settings. */
    String name();

    /**
     * Starts putting events into the sink, from whatever thread suits it. A feed that was closed may be started again.
     *
     * @param listener is told when the feed fails later on; a feed that cannot even start may throw instead
     */
    void start(EventSink sink, FeedListener listener);

    /** Starts it for somebody who does not want to hear of failures. */
    default void start(EventSink sink) {
        start(sink, FeedListener.NONE);
    }

    /** Whether one that has said it was at its end has something to give after all, once it is started again. */
    default boolean hasMore() {
        return false;
    }

    /** Ends it; no event follows. */
    @Override
    void close();
}
