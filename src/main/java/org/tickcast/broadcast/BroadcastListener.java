package org.tickcast.broadcast;

/** Hears what the broadcaster does, for metrics and tests. Called by the tick, so it must return at once. */
public interface BroadcastListener {

    /** For whoever does not want to know. */
    BroadcastListener NONE = frame -> {};

    /** A snapshot was written: once, for all readers of its channel. */
    void encoded(Frame frame);
}
