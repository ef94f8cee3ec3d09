package org.tickcast.socket;

import jakarta.websocket.Session;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.Verdict;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.socket.line.Lines;
import org.tickcast.socket.line.Upgrade;
import org.tickcast.wire.Channel;
import org.tickcast.wire.VersionedProtocol;
import org.tickcast.wire.WireCodec;

/** Makes of a session what a client of a channel needs: a line, and somebody who speaks its protocol. */
public final class ChannelClients {

    private final Broadcaster broadcaster;
    private final WireCodec codec;
    private final Lines lines;
    private final FanOut fanOut;
    private final HeartbeatLimits heartbeat;
    private final SweepClock sweepClock;
    private final RetryTimes retries;
    private final InstantSource clock;

    /** @param clock tells the time that versioned frames show */
    public ChannelClients(
            Broadcaster broadcaster,
            WireCodec codec,
            Lines lines,
            FanOut fanOut,
            HeartbeatLimits heartbeat,
            SweepClock sweepClock,
            RetryTimes retries,
            InstantSource clock) {
        this.broadcaster = broadcaster;
        this.codec = codec;
        this.lines = lines;
        this.fanOut = fanOut;
        this.heartbeat = heartbeat;
        this.sweepClock = sweepClock;
        this.retries = retries;
        this.clock = clock;
    }

    /** @param onFailure told once when a send fails */
    OpenSocket open(
            Channel channel,
            Session session,
            @Nullable Upgrade upgrade,
            Verdict.Admitted admitted,
            Runnable onFailure) {
        SocketSender sender = new SocketSender(lines.open(session, upgrade), fanOut, onFailure);
        ChannelClient client = VersionedProtocol.SUBPROTOCOL.equals(session.getNegotiatedSubprotocol())
                ? new VersionedClient(
                        channel, VersionedWishes.of(session.getRequestParameterMap()), broadcaster, sender, clock)
                : new PlainClient(channel, broadcaster, codec, sender);
        return new OpenSocket(
                session,
                channel,
                admitted.who(),
                admitted.lease(),
                sender,
                client,
                new Pulse(heartbeat, sweepClock.now()),
                retries);
    }
}
