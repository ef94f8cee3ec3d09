package org.tickcast.broadcast;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.jspecify.annotations.Nullable;

/**
 * Where frames wait for one reader: at most one on its way and one behind it. Each frame shows the whole of its
 * channel, so a newer one makes the waiting one worthless and takes its place. However slow the reader, it costs two
 * references, and what it gets next is the newest there is.
 *
 * <p>Threads: the tick puts, and whatever thread finishes a send takes. The lock is held for a few instructions only,
 * never while sending.
 */
public final class Mailbox {

    private final Object lock = new Object();

    @GuardedBy("lock") private @Nullable Frame waiting;

    @GuardedBy("lock") private boolean sending;

    @GuardedBy("lock") private long newest = Long.MIN_VALUE;

    @GuardedBy("lock") private long replaced;

    /**
     * Leaves a frame for the reader.
     *
     * @return the frame to send now, after which {@link #sent} is due; nothing while another is on its way, or when the
     *     reader has been given this version already
     */
    public @Nullable Frame put(Frame frame) {
        synchronized (lock) {
            if (frame.version() <= newest) {
                return null;
            }
            newest = frame.version();
            if (!sending) {
                sending = true;
                return frame;
            }
            if (waiting != null) {
                replaced++;
            }
            waiting = frame;
            return null;
        }
    }

    /** Says that the frame on its way has arrived. Returns the one to send next, if any waits. */
    public @Nullable Frame sent() {
        synchronized (lock) {
            Frame next = waiting;
            waiting = null;
            sending = next != null;
            return next;
        }
    }

    /** How many frames this reader was spared because it was busy with an older one. */
    public long replaced() {
        synchronized (lock) {
            return replaced;
        }
    }
}
