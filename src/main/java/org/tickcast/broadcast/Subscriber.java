package org.tickcast.broadcast;

/** A reader of one channel. */
public interface Subscriber {

    /**
     * Takes a frame for sending, and returns at once however slow the reader is; it never throws. Called by the tick,
     * and for a reply by whatever thread answers. Frames of one kind come in order of version, and one may come twice: to
     * a newcomer, and again to everybody.
     */
    void deliver(Frame frame);
}
