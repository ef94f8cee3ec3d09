package org.tickcast.socket;

import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.Verdict;
import org.tickcast.socket.line.Upgrade;
import org.tickcast.wire.CloseCode;

/** The life of a socket, the same at every door: it opens, is listened to, and ends. */
public final class SocketLifecycle {

    private static final System.Logger LOG = System.getLogger(SocketLifecycle.class.getName());

    private final SocketOpener opener;
    private final OpenSockets sockets;
    private final ClientMessages messages;
    private final SocketLimits limits;
    private final AdmissionListener listener;
    private final SweepClock clock;
    private final Departures departures = new Departures();

    /**
     * @param listener hears of sockets that end
     * @param clock the sweep's
     */
    public SocketLifecycle(
            SocketOpener opener,
            OpenSockets sockets,
            ClientMessages messages,
            SocketLimits limits,
            AdmissionListener listener,
            SweepClock clock) {
        this.opener = opener;
        this.sockets = sockets;
        this.messages = messages;
        this.limits = limits;
        this.listener = listener;
        this.clock = clock;
    }

    void opened(SocketService service, Session session) {
        Handshake handshake = session.getUserPrincipal() instanceof Handshake ours ? ours : null;
        Verdict verdict = handshake == null ? null : handshake.verdict();
        if (verdict instanceof Verdict.Refused refused) {
            turnAway(session, handshake, refused.reason());
        } else if (handshake != null
                && verdict instanceof Verdict.Admitted admitted
                && admitted.lease().claim()) {
            admit(service, session, admitted, handshake.upgrade());
        } else {
            LOG.log(Level.WARNING, "Closing a socket on {0} that has no place", service.door());
            turnAway(session, handshake, CloseCode.INTERNAL);
        }
    }

    /** It holds no place, so nobody will miss it: its connection is ended by us if it does not end by itself. */
    private void turnAway(Session session, @Nullable Handshake handshake, CloseCode reason) {
        OpenSocket.close(session, reason);
        departures.add(opener.line(session, handshake == null ? null : handshake.upgrade()), clock.now());
    }

    /**
     * From here on the place is claimed, and whatever goes wrong gives it back. That may be an error too: while the
     * application is being undeployed, classes cannot be loaded any more.
     */
    private void admit(SocketService service, Session session, Verdict.Admitted admitted, @Nullable Upgrade upgrade) {
        try {
            listen(service, session, admitted, upgrade);
        } catch (RuntimeException | LinkageError closedMeanwhile) {
            LOG.log(
                    Level.DEBUG,
                    "Connection {0} was gone before it was served: {1}",
                    admitted.lease().number(),
                    closedMeanwhile);
            giveUp(session, admitted);
        } catch (Error failure) {
            giveUp(session, admitted);
            throw failure;
        }
    }

    private void listen(SocketService service, Session session, Verdict.Admitted admitted, @Nullable Upgrade upgrade) {
        OpenSocket socket = opener.open(service, session, upgrade, admitted, () -> sendFailed(session));
        sockets.add(socket);
        LOG.log(Level.DEBUG, "Connection {0} is socket {1}", socket.connection().number(), session.getId());
        socket.tally().opened();
        session.setMaxIdleTimeout(0); // The heartbeat sees to that, for all sockets at once.
        session.setMaxTextMessageBufferSize(limits.messageBytes());
        session.setMaxBinaryMessageBufferSize(limits.messageBytes());
        socket.client().join();
        if (sockets.find(session.getId()) != socket) {
            // It has ended meanwhile, and has perhaps left before it joined. To leave twice is to leave.
            socket.client().leave();
        } else if (!session.isOpen()) {
            ended(session, CloseCodes.CLOSED_ABNORMALLY.getCode());
        }
    }

    private void giveUp(Session session, Verdict.Admitted admitted) {
        admitted.lease().release();
        OpenSocket socket = sockets.find(session.getId());
        if (socket == null) {
            OpenSocket.close(session, CloseCode.INTERNAL);
        } else {
            socket.close(CloseCode.INTERNAL);
            ended(session, CloseCode.INTERNAL.code());
        }
    }

    private void sendFailed(Session session) {
        OpenSocket socket = sockets.find(session.getId());
        if (socket != null) {
            socket.close(CloseCode.INTERNAL);
        }
    }

    void heard(String text, Session session) {
        OpenSocket socket = sockets.find(session.getId());
        if (socket != null) {
            socket.pulse().heard();
            socket.tally().heard();
            messages.heard(socket, text);
        }
    }

    void heardBinary(Session session) {
        OpenSocket socket = sockets.find(session.getId());
        if (socket != null) {
            socket.close(CloseCode.BINARY_NOT_ACCEPTED);
        }
    }

    void heardPong(Session session) {
        OpenSocket socket = sockets.find(session.getId());
        if (socket != null) {
            socket.pulse().heard();
        }
    }

    void failed(Session session, Throwable failure) {
        OpenSocket socket = sockets.find(session.getId());
        if (socket == null) {
            LOG.log(Level.DEBUG, "Socket {0} failed, and is no connection any more: {1}", session.getId(), failure);
        } else {
            LOG.log(
                    Level.DEBUG,
                    "Connection {0} failed: {1}",
                    socket.connection().number(),
                    failure);
        }
        if (!session.isOpen()) {
            ended(session, CloseCodes.CLOSED_ABNORMALLY.getCode());
        }
    }

    /** @param code how the other side or the network ended it, where it was not us */
    void ended(Session session, int code) {
        OpenSocket socket = sockets.remove(session.getId());
        if (socket != null) {
            socket.tally().ended();
            socket.client().leave();
            socket.lease().release();
            departures.add(socket.line(), clock.now());
            CloseCode ours = socket.closedFor();
            listener.closed(socket.connection(), ours == null ? code : ours.code(), ours);
        }
    }

    /** Ends a socket whose end takes too long. */
    void giveUp(OpenSocket socket) {
        socket.line().cut();
        ended(socket.session(), CloseCodes.CLOSED_ABNORMALLY.getCode());
    }

    /** Ends the connections of sockets that have ended so long ago. */
    void cutOverdue(long now, long graceNanos) {
        departures.cutOverdue(now, graceNanos);
    }
}
