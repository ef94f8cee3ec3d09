package org.tickcast.broadcast;

/** The readers of one channel. Belongs to the tick. */
interface Audience {

    void join(Subscriber reader);

    void leave(Subscriber reader);

    /** Whether the market still reaches us has changed. */
    void feedConnected(boolean connected);

    /** Sends what is due. */
    void tick(long nowNanos);
}
