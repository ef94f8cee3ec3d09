package org.tickcast.socket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.admission.Connection;
import org.tickcast.admission.Lease;
import org.tickcast.admission.Verdict;
import org.tickcast.admission.rate.BreachLimits;
import org.tickcast.admission.rate.Breaches;
import org.tickcast.socket.line.Line;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.Door;
import org.tickcast.wire.TextMessage;

/**
 * A client that is in: its session, who it is, its place, and how it is served.
 *
 * <p>Threads: any. Who it is changes on the thread that hears the client; the sweep reads it.
 */
final class OpenSocket implements ServedSocket {

    private static final System.Logger LOG = System.getLogger(OpenSocket.class.getName());

    private final Session session;
    private final Entry entry;
    private final Lease lease;
    private final SocketSender sender;
    private final SocketClient client;
    private final Pulse pulse;
    private final RetryTimes retries;
    private final AtomicReference<@Nullable CloseCode> closedFor = new AtomicReference<>();
    private volatile Connection connection;
    /** Made when first needed: most clients never say anything. */
    @GuardedBy("this") private @Nullable Breaches breaches;

    /** @param service finds who serves its client, and does no more with the socket yet */
    OpenSocket(
            Session session,
            Entry entry,
            Verdict.Admitted admitted,
            SocketSender sender,
            Function<ServedSocket, SocketClient> service,
            Pulse pulse,
            RetryTimes retries) {
        this.session = session;
        this.entry = entry;
        this.lease = admitted.lease();
        // Made now: when the application is being undeployed, no class is loaded any more that was never needed before.
        this.connection = new Connection(lease.number(), entry.door().id(), admitted.who());
        this.sender = sender;
        this.pulse = pulse;
        this.retries = retries;
        this.client = service.apply(this);
    }

    Session session() {
        return session;
    }

    Door door() {
        return entry.door();
    }

    Lease lease() {
        return lease;
    }

    Line line() {
        return sender.line();
    }

    /** See {@link SocketSender#moves}. */
    int moves() {
        return sender.moves();
    }

    SocketListener.Tally tally() {
        return sender.tally();
    }

    /** See {@link SocketSender#onItsWayFor}. */
    long onItsWayFor(long now) {
        return sender.onItsWayFor(now);
    }

    SocketClient client() {
        return client;
    }

    /** What is known of it now. @param nowNanos by the clock of whoever counts */
    SocketFacts facts(long nowNanos) {
        return new SocketFacts(
                connection,
                entry.protocol(),
                entry.at(),
                Duration.ofNanos(sender.onItsWayFor(nowNanos)),
                sender.messages(),
                sender.bytes(),
                pulse.state(),
                closedFor());
    }

    Pulse pulse() {
        return pulse;
    }

    @Override
    public ClientIdentity who() {
        return connection.who();
    }

    /** What those are told who only hear of it. */
    Connection connection() {
        return connection;
    }

    /** The same user, with another token. */
    void renew(ClientIdentity renewed) {
        connection = new Connection(lease.number(), entry.door().id(), renewed);
    }

    /** Takes down a message that was one too many. True when that was one breach too many as well. */
    synchronized boolean isOneBreachTooMany(BreachLimits limits, LongSupplier nanoTime) {
        Breaches counted = breaches;
        if (counted == null) {
            counted = new Breaches(limits, nanoTime);
            breaches = counted;
        }
        return counted.isOneTooMany();
    }

    @Override
    public void send(TextMessage message, Runnable whenLeft) {
        sender.send(message, whenLeft);
    }

    /** Of several reasons the first is the one that counts. */
    @Override
    public void close(CloseCode reason) {
        if (closedFor.compareAndSet(null, reason)) {
            client.sayBye(reason, retries.after(reason), () -> close(session, reason));
        }
    }

    /** The same of a client that does not listen any more: whatever waits for it is given up. */
    void closeWithoutGoodbye(CloseCode reason) {
        closedFor.compareAndSet(null, reason);
        close(session, reason);
    }

    /** Why we have closed it; null when we have not. */
    @Nullable CloseCode closedFor() {
        return closedFor.get();
    }

    static void close(Session session, CloseCode reason) {
        try {
            session.close(new CloseReason(CloseCodes.getCloseCode(reason.code()), reason.title()));
        } catch (IOException | RuntimeException gone) {
            // Mostly the other side was faster; servers say so in many ways. Nothing is left to be closed.
            LOG.log(Level.DEBUG, "Socket {0} could not be closed: {1}", session.getId(), gone);
        }
    }
}
