package org.tickcast.socket;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tickcast.socket.line.SignOfLife;
import org.tickcast.wire.CloseCode;

/**
 * Goes through all sockets again and again: pings who is quiet, sends away who does not answer or does not read, and cuts
 * what does not end. One for everybody, instead of a timer for each send and each socket.
 *
 * <p>Its clock goes slower than the world's when a round comes late: a server that was held up itself has neither sent nor
 * read anything meanwhile, and blames nobody for it.
 *
 * <p>Threads: one round at a time.
 */
public final class Heartbeat {

    private static final long LONGEST_STEP_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final OpenSockets sockets;
    private final SocketLifecycle lifecycle;
    private final HeartbeatLimits limits;
    private final SweepClock clock;
    private boolean hasBeaten;
    private long lastNanos;

    public Heartbeat(OpenSockets sockets, SocketLifecycle lifecycle, HeartbeatLimits limits, SweepClock clock) {
        this.sockets = sockets;
        this.lifecycle = lifecycle;
        this.limits = limits;
        this.clock = clock;
    }

    /** To be called about once a second. */
    public void beat(long nowNanos) {
        long step = hasBeaten ? Math.min(nowNanos - lastNanos, LONGEST_STEP_NANOS) : 0;
        hasBeaten = true;
        lastNanos = nowNanos;
        long now = clock.advance(step);
        sockets.forEach(socket -> look(socket, now));
        lifecycle.cutOverdue(now, limits.timeout().toNanos());
    }

    private void look(OpenSocket socket, long now) {
        CloseCode objection = objection(socket, now);
        boolean isClosing = socket.closedFor() != null;
        if (isClosing && socket.pulse().isClosingForTooLong(now)) {
            lifecycle.giveUp(socket);
        } else if (objection != null) {
            socket.closeWithoutGoodbye(objection);
        } else if (!isClosing) {
            sendSignsOfLife(socket, now);
        }
    }

    private static @Nullable CloseCode objection(OpenSocket socket, long now) {
        if (socket.line().pongsWaiting() > HeartbeatLimits.MOST_PONGS_WAITING) {
            return CloseCode.MESSAGE_RATE;
        }
        CloseCode ofItsOwn = socket.client().objection();
        return ofItsOwn == null ? socket.pulse().objection(socket.moves(), now) : ofItsOwn;
    }

    private static void sendSignsOfLife(OpenSocket socket, long now) {
        if (socket.pulse().isPingDue(socket.moves(), now)) {
            socket.line().send(SignOfLife.PING);
        }
        if (socket.client().mayHearBinary() && socket.pulse().isBinaryPingDue(now)) {
            socket.line().send(SignOfLife.BINARY);
        }
    }
}
