package org.tickcast.broadcast;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.jspecify.annotations.Nullable;

/**
 * Where frames wait for one reader: at most one on its way, and behind it one snapshot, one status, a few alerts and a
 * few replies. A snapshot says all there is to say, so a newer one makes the waiting one worthless and takes its place,
 * and so it is with a status; no snapshot ever takes the place of a status. Alerts are each news of their own and wait in
 * a row, so many and no more: beyond it the oldest is lost. So do replies, in a shorter row: who asks and asks and does
 * not read is told what holds now, and how often he may ask is limited elsewhere. A status that waits goes first, for it
 * tells what to think of the rest; then replies, which somebody waits for. At the end only replies still go out, so that
 * who is sent away for what it said has heard why. However slow the reader, it costs a few references and the rows.
 *
 * <p>Threads: the tick puts, and so does whatever thread answers the reader; whatever thread finishes a send takes. The
 * lock is held for a few instructions only, never while sending.
 */
public final class Mailbox {

    /** How many alerts may wait for a reader that is busy. */
    public static final int MOST_ALERTS = 64;

    /** How many answers may wait for a reader that is busy. */
    public static final int MOST_REPLIES = 8;

    private final BroadcastListener listener;
    private final Object lock = new Object();

    @GuardedBy("lock") private @Nullable Frame waiting;

    @GuardedBy("lock") private @Nullable Frame waitingStatus;

    @GuardedBy("lock") private final Row waitingReplies = new Row(MOST_REPLIES);

    @GuardedBy("lock") private final Row waitingAlerts = new Row(MOST_ALERTS);

    @GuardedBy("lock") private boolean sending;

    @GuardedBy("lock") private boolean ended;

    @GuardedBy("lock") private @Nullable Runnable afterLast;

    @GuardedBy("lock") private long newest = Long.MIN_VALUE;

    @GuardedBy("lock") private long newestStatus = Long.MIN_VALUE;

    @GuardedBy("lock") private long newestAlert = Long.MIN_VALUE;

    @GuardedBy("lock") private long sentVersion = Long.MIN_VALUE;

    @GuardedBy("lock") private long replaced;

    @GuardedBy("lock") private long lost;

    /** One whose reader nobody counts. */
    public Mailbox() {
        this(BroadcastListener.NONE);
    }

    Mailbox(BroadcastListener listener) {
        this.listener = listener;
    }

    /**
     * Leaves a frame for the reader.
     *
     * @return the frame to send now, after which {@link #sent} is due; nothing while another is on its way, or when the
     *     reader has been given this version already
     */
    public @Nullable Frame put(Frame frame) {
        synchronized (lock) {
            if (ended || !isNews(frame)) {
                return null;
            }
            if (!sending) {
                sending = true;
                setsOut(frame);
                return frame;
            }
            leaveWaiting(frame);
            return null;
        }
    }

    /** Says that the frame on its way has arrived. Returns the one to send next, if any waits. */
    public @Nullable Frame sent() {
        Frame next;
        Runnable then = null;
        synchronized (lock) {
            next = ended ? waitingReplies.next() : takeWaiting();
            sending = next != null;
            if (next == null) {
                then = afterLast;
                afterLast = null;
            } else {
                setsOut(next);
            }
        }
        if (then != null) {
            then.run();
        }
        return next;
    }

    /** Takes nothing more, and sends nothing more but replies. @param then is done when they have left; perhaps never */
    public void end(Runnable then) {
        synchronized (lock) {
            ended = true;
            if (sending) {
                afterLast = then;
                return;
            }
        }
        then.run();
    }

    /** How many snapshots this reader was spared because it was busy with an older frame. */
    public long replaced() {
        synchronized (lock) {
            return replaced;
        }
    }

    /** How many alerts and replies this reader has missed, because it was busy for so long that too many waited. */
    public long lost() {
        synchronized (lock) {
            return lost;
        }
    }

    /** How its reader is served, at this moment. */
    public State state() {
        synchronized (lock) {
            int rows = waitingReplies.size() + waitingAlerts.size();
            int waits = rows + (waiting == null ? 0 : 1) + (waitingStatus == null ? 0 : 1);
            return new State(sentVersion, newest, replaced, lost, waits);
        }
    }

    /**
     * How one reader is served.
     *
     * @param sent the version of the snapshot that set out last; {@link Long#MIN_VALUE} before the first
     * @param newest the version of the newest that was left for it; {@link Long#MIN_VALUE} before the first
     * @param replaced see {@link Mailbox#replaced}
     * @param lost see {@link Mailbox#lost}
     * @param waiting how many frames wait behind the one on its way
     */
    public record State(long sent, long newest, long replaced, long lost, int waiting) {}

    @GuardedBy("lock") private void setsOut(Frame frame) {
        if (frame.kind() == Frame.Kind.SNAPSHOT) {
            sentVersion = frame.version();
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
            case ALERT -> {
                boolean news = frame.version() > newestAlert;
                newestAlert = Math.max(newestAlert, frame.version());
                yield news;
            }
            case REPLY -> true;
        };
    }

    @GuardedBy("lock") private void leaveWaiting(Frame frame) {
        switch (frame.kind()) {
            case SNAPSHOT -> {
                if (waiting != null) {
                    replaced++;
                    listener.spared(frame.channel());
                }
                waiting = frame;
            }
            case STATUS -> waitingStatus = frame;
            case ALERT -> lineUp(frame, waitingAlerts);
            case REPLY -> lineUp(frame, waitingReplies);
        }
    }

    @GuardedBy("lock") private void lineUp(Frame frame, Row row) {
        if (row.add(frame)) {
            lost++;
        }
    }

    @GuardedBy("lock") private @Nullable Frame takeWaiting() {
        Frame status = waitingStatus;
        if (status != null) {
            waitingStatus = null;
            return status;
        }
        Frame reply = waitingReplies.next();
        if (reply != null) {
            return reply;
        }
        Frame alert = waitingAlerts.next();
        if (alert != null) {
            return alert;
        }
        Frame snapshot = waiting;
        waiting = null;
        return snapshot;
    }
}
