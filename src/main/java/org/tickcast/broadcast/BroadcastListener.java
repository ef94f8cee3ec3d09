package org.tickcast.broadcast;

import org.tickcast.wire.Channel;

/**
 * Hears what the broadcaster does, for metrics and tests. It must return at once: all but {@link #spared} is told by the
 * tick, for all readers of a channel together.
 */
public interface BroadcastListener {

    /** For whoever does not want to know. */
    BroadcastListener NONE = frame -> {};

    /** A snapshot was written: once, for all readers of its channel. */
    void encoded(Frame frame);

    /** So many readers were given a frame, or so many frames were given to readers. */
    default void handed(Channel channel, long frames) {}

    /** Readers of versioned frames were led over so many pictures that they had no time for. */
    default void skipped(Channel channel, long pictures) {}

    /** A reader of whole frames was spared one, because a newer one took its place. Any thread may say so. */
    default void spared(Channel channel) {}

    /** Of the steps that readers of versioned frames needed, so many were there already and so many had to be written. */
    default void stepped(Channel channel, long found, long written) {}
}
