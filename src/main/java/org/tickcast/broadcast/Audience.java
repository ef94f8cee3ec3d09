package org.tickcast.broadcast;

/** The readers of one channel who are served in one way. Belongs to the tick. */
interface Audience {

    /** Whether the market still reaches us has changed. */
    void feedConnected(boolean connected);

    /** Sends what is due. */
    void tick(long nowNanos);
}
