package org.tickcast.testing;

import org.jspecify.annotations.Nullable;
import org.tickcast.feed.EventSink;
import org.tickcast.feed.Feed;
import org.tickcast.feed.FeedListener;
import org.tickcast.market.MarketEvent;

/** A feed that does what a test says. */
public final class SteeredFeed implements Feed {

    private @Nullable EventSink sink;
    private @Nullable FeedListener listener;
    private @Nullable RuntimeException refusal;
    private int starts;
    private boolean running;
    private boolean more;

    @Override
    public String name() {
        return "steered";
    }

    @Override
    public void start(EventSink events, FeedListener told) {
        starts++;
        if (refusal != null) {
            throw refusal;
        }
        sink = events;
        listener = told;
        running = true;
        more = false;
    }

    @Override
    public boolean hasMore() {
        return more;
    }

    /** Has something to give after its end. */
    public void getsMore() {
        more = true;
    }

    @Override
    public void close() {
        running = false;
    }

    /** From now on it does not start; null ends that. */
    public void refuseToStart(@Nullable RuntimeException with) {
        refusal = with;
    }

    public boolean gives(MarketEvent event) {
        return started(sink).offer(event);
    }

    /** The one it was given at its latest start. */
    public FeedListener listener() {
        return started(listener);
    }

    public int starts() {
        return starts;
    }

    public boolean isRunning() {
        return running;
    }

    private static <T> T started(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("The feed has not been started");
        }
        return part;
    }
}
