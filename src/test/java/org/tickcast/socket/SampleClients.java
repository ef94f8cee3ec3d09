package org.tickcast.socket;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.tickcast.admission.Admission;
import org.tickcast.admission.AdmissionLimits;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.Arrival;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.Claims;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.Credential;
import org.tickcast.admission.DrainCheck;
import org.tickcast.admission.Grants;
import org.tickcast.admission.IdentityCheck;
import org.tickcast.admission.LeaseBook;
import org.tickcast.admission.Plan;
import org.tickcast.admission.Plans;
import org.tickcast.admission.Revocations;
import org.tickcast.admission.TicketBook;
import org.tickcast.admission.TokenKind;
import org.tickcast.admission.TokenReading;
import org.tickcast.admission.rate.BreachLimits;
import org.tickcast.admission.rate.MessageRate;
import org.tickcast.broadcast.BroadcastLimits;
import org.tickcast.broadcast.BroadcastListener;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.socket.line.Lines;
import org.tickcast.testing.FakeSession;
import org.tickcast.testing.SampleMarket;
import org.tickcast.wire.Channel;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.WireCodec;

/** Clients of a small market, sent to in the portable form and one after the other. Nobody needs a token. */
public final class SampleClients {

    /** With what a good token begins. */
    private static final String OF = "of ";

    static final Plans PLANS = new Plans(new Plan(5, 10, 100), Map.of());

    final SweepClock sweepClock = new SweepClock();
    final OpenSockets sockets = new OpenSockets();
    final Broadcaster broadcaster;
    final IdentityCheck identity;
    final ChannelClients clients;
    final SocketOpener opener;
    final SocketLifecycle lifecycle;
    private final Admission admission;

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
                SampleClients::read,
                new TicketBook(Duration.ofSeconds(30), clock, new SecureRandom()),
                new Revocations(),
                Set.of("market"));
        clients = new ChannelClients(broadcaster, codec, clock);
        opener = new SocketOpener(
                Lines.portable(0),
                new FanOut(Runnable::run, 1),
                heartbeat,
                sweepClock,
                new RetryTimes(new Random(1), Duration.ZERO),
                SocketListener.NONE,
                clock);
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
        LeaseBook leases = new LeaseBook(new AdmissionLimits(100, 100, Duration.ofSeconds(10)), PLANS, clock);
        admission = new Admission(List.of(), identity, leases, AdmissionListener.NONE);
    }

    private static TokenReading read(String token) {
        return token.startsWith(OF)
                ? new TokenReading.Valid(
                        new Claims(TokenKind.JWT, token.substring(OF.length()), Grants.PLAIN, null, null, null))
                : TokenReading.Rejected.forGood(CloseCode.TOKEN_INVALID);
    }

    /** Somebody comes in, in this protocol or, where it is empty, in none. */
    public FakeSession comes(String id, String protocol) {
        return comes(id, protocol, new Credential.Nothing());
    }

    /** A user comes in, in no protocol. */
    public FakeSession comesAs(String user, String id) {
        return comes(id, "", new Credential.Token(OF + user));
    }

    private FakeSession comes(String id, String protocol, Credential shown) {
        Attempt attempt = new Attempt(
                new Arrival(new ClientAddress("192.0.2.1"), false, "tickcast.example"),
                "market",
                List.of("http://tickcast.example"),
                shown);
        Handshake handshake = new Handshake(admission, attempt, new RejectModes(Set.of()));
        if (!handshake.mayGoOn()) {
            throw new IllegalStateException("There was no place for " + id);
        }
        FakeSession session = new FakeSession(id, handshake).speaking(protocol);
        lifecycle.opened(clients.of(Channel.MARKET), session.session());
        return session;
    }

    /** Everybody who is in is sent what is due. */
    public void tick() {
        broadcaster.tick(0);
    }

    public OpenSockets sockets() {
        return sockets;
    }

    /** Lets these clients go without waiting for any of them. */
    public Drain drain() {
        return new Drain(new DrainCheck(), sockets, lifecycle, DrainLimits.DEFAULTS, System::nanoTime, pause -> {});
    }
}
