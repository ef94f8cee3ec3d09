package org.tickcast.socket;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.DrainCheck;
import org.tickcast.admission.IdentityCheck;
import org.tickcast.admission.Plan;
import org.tickcast.admission.Plans;
import org.tickcast.admission.Revocations;
import org.tickcast.admission.TicketBook;
import org.tickcast.admission.TokenReading;
import org.tickcast.admission.rate.BreachLimits;
import org.tickcast.admission.rate.MessageRate;
import org.tickcast.broadcast.BroadcastLimits;
import org.tickcast.broadcast.BroadcastListener;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.socket.line.Lines;
import org.tickcast.testing.SampleMarket;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.WireCodec;

/** Clients of a small market, sent to in the portable form and one after the other. Nobody needs a token. */
public final class SampleClients {

    static final Plans PLANS = new Plans(new Plan(5, 10, 100), Map.of());

    final SweepClock sweepClock = new SweepClock();
    final OpenSockets sockets = new OpenSockets();
    final Broadcaster broadcaster;
    final IdentityCheck identity;
    final ChannelClients clients;
    final SocketOpener opener;
    final SocketLifecycle lifecycle;

    public SampleClients(InstantSource clock) {
        this(clock, HeartbeatLimits.DEFAULTS, AdmissionListener.NONE);
    }

    SampleClients(InstantSource clock, HeartbeatLimits heartbeat, AdmissionListener listener) {
        WireCodec codec = new WireCodec();
        broadcaster = new Broadcaster(
                SampleMarket.board(),
                codec,
                BroadcastLimits.every(Duration.ofMillis(500)),
                clock,
                BroadcastListener.NONE);
        identity = new IdentityCheck(
                token -> TokenReading.Rejected.forGood(CloseCode.TOKEN_INVALID),
                new TicketBook(Duration.ofSeconds(30), clock, new SecureRandom()),
                new Revocations(),
                Set.of("market"));
        clients = new ChannelClients(broadcaster, codec, clock);
        opener = new SocketOpener(
                Lines.portable(),
                new FanOut(Runnable::run, 1),
                heartbeat,
                sweepClock,
                new RetryTimes(new Random(1), Duration.ZERO));
        SocketLimits limits = new SocketLimits(1_000);
        ClientMessages messages = new ClientMessages(
                limits,
                new MessageRate(100, System::nanoTime),
                PLANS,
                new BreachLimits(3, Duration.ofMinutes(1)),
                identity,
                listener,
                System::nanoTime);
        lifecycle = new SocketLifecycle(opener, sockets, messages, limits, listener, sweepClock);
    }

    public OpenSockets sockets() {
        return sockets;
    }

    /** Lets these clients go without waiting for any of them. */
    public Drain drain() {
        return new Drain(new DrainCheck(), sockets, lifecycle, DrainLimits.DEFAULTS, System::nanoTime, pause -> {});
    }
}
