package org.tickcast.feed;

import java.time.Instant;

/**
 * How a feed is doing.
 *
 * @param why in words for an operator; empty when there is nothing to say
 * @param since when it became so
 */
public record FeedStatus(State state, String why, Instant since) {

    /** Whether what is on the board is what the market is. */
    public boolean connected() {
        return state == State.CONNECTED;
    }

    /** The five things that a feed can be. */
    public enum State {
        /** Nothing is known of it yet. */
        STARTING,
        CONNECTED,
        /** It stands, and says nothing although its market is open. */
        STALE,
        /** It failed, and is tried again. */
        DOWN,
        /** It has nothing more to give. */
        ENDED
    }
}
