package org.tickcast.broadcast;

/** A reader of one channel. */
public interface Subscriber {

    /**
     * Takes a frame for sending, and returns at once however slow the reader is. Called by the tick; frames come in
     * order of version.
     */
    void deliver(Frame frame);
}
