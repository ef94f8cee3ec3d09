package org.tickcast.socket;

import org.jspecify.annotations.Nullable;
import org.tickcast.wire.CloseCode;

/**
 * Whether one client is still there and still reads.
 *
 * <p>What it says counts as a sign of life, and so does the answer to a ping. A frame that does not leave says that it
 * does not read; while one is held up, nothing else is expected of it, for our ping is behind that frame. Then the
 * deadline of the frame decides.
 *
 * <p>Threads: any may say that the client was heard, and ask how it was found last. All else belongs to the sweep.
 */
final class Pulse {

    private final HeartbeatLimits limits;
    private volatile boolean heard;
    private volatile PulseState state = PulseState.WELL;

    private int movesSeen;
    private long stillSince;
    private long quietSince;
    private boolean awaitsAnswer;
    private long binaryPingAt;
    private boolean isClosing;
    private long closingSince;

    /** @param now on the sweep's clock */
    Pulse(HeartbeatLimits limits, long now) {
        this.limits = limits;
        stillSince = now;
        quietSince = now;
        binaryPingAt = now;
    }

    /** The client has said something. */
    void heard() {
        if (!heard) {
            heard = true;
        }
    }

    /** How it was found last. */
    PulseState state() {
        return state;
    }

    /**
     * Looks at it.
     *
     * @param moves of its {@link SocketSender}
     * @return why it has to go; null when it may stay
     */
    @Nullable CloseCode objection(int moves, long now) {
        boolean isHeldUp = isHeldUp(moves, now);
        if (heard) {
            heard = false;
            awaitsAnswer = false;
            quietSince = now;
        }
        become(isHeldUp ? PulseState.HELD_UP : awaitsAnswer ? PulseState.ASKED : PulseState.WELL);
        if (isHeldUp) {
            quietSince = now;
            return now - stillSince >= limits.sendDeadline().toNanos() ? CloseCode.READS_TOO_SLOWLY : null;
        }
        return awaitsAnswer && now - quietSince >= limits.timeout().toNanos() ? CloseCode.NO_ANSWER : null;
    }

    /** Of ten thousand clients nearly all are as they were. */
    private void become(PulseState found) {
        if (state != found) {
            state = found;
        }
    }

    /** Whether the frame that was on its way at the last look still is. */
    private boolean isHeldUp(int moves, long now) {
        if (moves != movesSeen) {
            movesSeen = moves;
            stillSince = now;
            return false;
        }
        return SocketSender.isOnItsWay(moves);
    }

    /** Whether it is to be pinged now; it is then expected to answer. Not while a frame is on its way, which says as much. */
    boolean isPingDue(int moves, long now) {
        boolean due = !awaitsAnswer && now - quietSince >= limits.interval().toNanos();
        if (due && !SocketSender.isOnItsWay(moves)) {
            awaitsAnswer = true;
            quietSince = now;
            become(PulseState.ASKED);
            return true;
        }
        return false;
    }

    /** Whether its connection should have ended long ago. To be asked from the moment on in which we have closed it. */
    boolean isClosingForTooLong(long now) {
        if (!isClosing) {
            isClosing = true;
            closingSince = now;
        }
        become(PulseState.CLOSING);
        return now - closingSince >= limits.timeout().toNanos();
    }

    boolean isBinaryPingDue(long now) {
        long every = limits.binaryPing().toNanos();
        if (every == 0 || now - binaryPingAt < every) {
            return false;
        }
        binaryPingAt = now;
        return true;
    }
}
