package org.tickcast.socket;

import jakarta.websocket.Session;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.Verdict;
import org.tickcast.socket.line.Line;
import org.tickcast.socket.line.Lines;
import org.tickcast.socket.line.Upgrade;

/** Makes of a session an open socket: with a line, and with somebody who serves its client. */
public final class SocketOpener {

    private final Lines lines;
    private final FanOut fanOut;
    private final HeartbeatLimits heartbeat;
    private final SweepClock sweepClock;
    private final RetryTimes retries;
    private final SocketListener listener;
    private final InstantSource clock;

    /** @param clock tells since when a socket is open */
    public SocketOpener(
            Lines lines,
            FanOut fanOut,
            HeartbeatLimits heartbeat,
            SweepClock sweepClock,
            RetryTimes retries,
            SocketListener listener,
            InstantSource clock) {
        this.lines = lines;
        this.fanOut = fanOut;
        this.heartbeat = heartbeat;
        this.sweepClock = sweepClock;
        this.retries = retries;
        this.listener = listener;
        this.clock = clock;
    }

    Line line(Session session, @Nullable Upgrade upgrade) {
        return lines.open(session, upgrade);
    }

    /** @param onFailure told once when a send fails */
    OpenSocket open(
            SocketService service,
            Session session,
            @Nullable Upgrade upgrade,
            Verdict.Admitted admitted,
            Runnable onFailure) {
        Entry entry = new Entry(service.door(), service.protocol(session), clock.instant());
        SocketListener.Tally tally = listener.tally(entry.door(), entry.protocol());
        return new OpenSocket(
                session,
                entry,
                admitted,
                new SocketSender(line(session, upgrade), fanOut, tally, onFailure),
                socket -> service.serve(session, socket),
                new Pulse(heartbeat, sweepClock.now()),
                retries);
    }
}
