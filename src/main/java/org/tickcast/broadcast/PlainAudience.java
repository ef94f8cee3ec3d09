package org.tickcast.broadcast;

/** The readers of one channel who are sent whole frames. Belongs to the tick. */
interface PlainAudience extends Audience {

    void join(Subscriber reader);

    void leave(Subscriber reader);
}
