package org.tickcast.socket;

import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.lang.System.Logger.Level;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.Verdict;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.wire.Channel;
import org.tickcast.wire.CloseCode;

/** The life of a socket on a broadcast channel, the same for all of them: it opens, is listened to, and ends. */
public final class ChannelLifecycle {

    private static final System.Logger LOG = System.getLogger(ChannelLifecycle.class.getName());

    private final Broadcaster broadcaster;
    private final OpenSockets sockets;
    private final ClientMessages messages;
    private final SocketLimits limits;
    private final AdmissionListener listener;

    /** @param listener hears of sockets that end */
    public ChannelLifecycle(
            Broadcaster broadcaster,
            OpenSockets sockets,
            ClientMessages messages,
            SocketLimits limits,
            AdmissionListener listener) {
        this.broadcaster = broadcaster;
        this.sockets = sockets;
        this.messages = messages;
        this.limits = limits;
        this.listener = listener;
    }

    void opened(Channel channel, Session session) {
        Verdict verdict = session.getUserPrincipal() instanceof Handshake handshake ? handshake.verdict() : null;
        if (verdict instanceof Verdict.Refused refused) {
            OpenSocket.close(session, refused.reason());
        } else if (verdict instanceof Verdict.Admitted admitted
                && admitted.lease().claim()) {
            admit(channel, session, admitted);
        } else {
            LOG.log(Level.WARNING, "Closing a socket on {0} that has no place", channel);
            OpenSocket.close(session, CloseCode.INTERNAL);
        }
    }

    /**
     * From here on the place is claimed, and whatever goes wrong gives it back. That may be an error too: while the
     * application is being undeployed, classes cannot be loaded any more.
     */
    private void admit(Channel channel, Session session, Verdict.Admitted admitted) {
        try {
            listen(channel, session, admitted);
        } catch (RuntimeException | LinkageError closedMeanwhile) {
            LOG.log(Level.DEBUG, "Socket {0} was gone before it was served: {1}", session.getId(), closedMeanwhile);
            giveUp(session, admitted);
        } catch (Error failure) {
            giveUp(session, admitted);
            throw failure;
        }
    }

    private void listen(Channel channel, Session session, Verdict.Admitted admitted) {
        SocketSubscriber subscriber =
                new SocketSubscriber(new AsyncRemoteSender(session.getAsyncRemote()), () -> sendFailed(session));
        OpenSocket socket = new OpenSocket(session, channel, admitted.who(), admitted.lease(), subscriber);
        sockets.add(socket);
        session.setMaxTextMessageBufferSize(limits.messageBytes());
        session.setMaxBinaryMessageBufferSize(limits.messageBytes());
        broadcaster.join(channel, subscriber);
        if (sockets.find(session.getId()) != socket) {
            // It has ended meanwhile, and has perhaps left before it joined. To leave twice is to leave.
            broadcaster.leave(channel, subscriber);
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
            messages.heard(socket, text);
        }
    }

    void heardBinary(Session session) {
        OpenSocket socket = sockets.find(session.getId());
        if (socket != null) {
            socket.close(CloseCode.BINARY_NOT_ACCEPTED);
        }
    }

    void failed(Session session, Throwable failure) {
        LOG.log(Level.DEBUG, "Socket {0} failed: {1}", session.getId(), failure);
        if (!session.isOpen()) {
            ended(session, CloseCodes.CLOSED_ABNORMALLY.getCode());
        }
    }

    /** @param code how the other side or the network ended it, where it was not us */
    void ended(Session session, int code) {
        OpenSocket socket = sockets.remove(session.getId());
        if (socket != null) {
            broadcaster.leave(socket.channel(), socket.subscriber());
            socket.lease().release();
            CloseCode ours = socket.closedFor();
            listener.closed(socket.connection(), ours == null ? code : ours.code(), ours);
        }
    }
}
