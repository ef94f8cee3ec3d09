package org.tickcast.broadcast;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.jspecify.annotations.Nullable;

/**
 * Where frames wait for one reader: at most one on its way, and behind it one of each kind. A frame says all there is to
 * say of its kind, so a newer one makes the waiting one worthless and takes its place; no snapshot ever takes the place
 * of a status. A status that waits goes first, for it tells what to think of the snapshot. However slow the reader, it
 * costs three references, and what it gets next is the newest there is.
 *
 * <p>Threads: the tick puts, and whatever thread finishes a send takes. The lock is held for a few instructions only,
 * never while sending.
 */
public final class Mailbox {

    private final Object lock = new Object();

    @GuardedBy("lock") private @Nullable Frame waiting;

    @GuardedBy("lock") private @Nullable Frame waitingStatus;

    @GuardedBy("lock") private boolean sending;

    @GuardedBy("lock") private long newest = Long.MIN_VALUE;

    @GuardedBy("lock") private long newestStatus = Long.MIN_VALUE;

    @GuardedBy("lock") private long replaced;

    /**
     * Leaves a frame for the reader.
     *
     * @return the frame to send now, after which {@link #sent} is due; nothing while another is on its way, or when the
     *     reader has been given this version already
     */
    public @Nullable Frame put(Frame frame) {
        synchronized (lock) {
            if (!isNews(frame)) {
                return null;
            }
            if (!sending) {
                sending = true;
                return frame;
            }
            leaveWaiting(frame);
            return null;
        }
    }

    /** Says that the frame on its way has arrived. Returns the one to send next, if any waits. */
    public @Nullable Frame sent() {
        synchronized (lock) {
            Frame next = takeWaiting();
            sending = next != null;
            return next;
        }
    }

    /** How many snapshots this reader was spared because it was busy with an older frame. */
    public long replaced() {
        synchronized (lock) {
            return replaced;
        }
    }

    @GuardedBy("lock") private boolean isNews(Frame frame) {
        return switch (frame.kind()) {
            case SNAPSHOT -> {
                boolean news = frame.version() > newest;
                newest = Math.max(newest, frame.version());
                yield news;
            }
            case STATUS -> {
                boolean news = frame.version() > newestStatus;
                newestStatus = Math.max(newestStatus, frame.version());
                yield news;
            }
        };
    }

    @GuardedBy("lock") private void leaveWaiting(Frame frame) {
        switch (frame.kind()) {
            case SNAPSHOT -> {
                if (waiting != null) {
                    replaced++;
                }
                waiting = frame;
            }
            case STATUS -> waitingStatus = frame;
        }
    }

    @GuardedBy("lock") private @Nullable Frame takeWaiting() {
        Frame status = waitingStatus;
        if (status != null) {
            waitingStatus = null;
            return status;
        }
        Frame snapshot = waiting;
        waiting = null;
        return snapshot;
    }
}
