package org.tickcast.socket;

import jakarta.websocket.Session;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import org.tickcast.admission.Lease;
import org.tickcast.admission.Verdict;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.wire.Channel;
import org.tickcast.wire.CloseCode;

/** The life of a socket on a broadcast channel, the same for all of them: it opens, is listened to, and ends. */
public final class ChannelLifecycle {

    private static final System.Logger LOG = System.getLogger(ChannelLifecycle.class.getName());

    private final Broadcaster broadcaster;
    private final OpenSockets sockets;
    private final SocketLimits limits;

    public ChannelLifecycle(Broadcaster broadcaster, OpenSockets sockets, SocketLimits limits) {
        this.broadcaster = broadcaster;
        this.sockets = sockets;
        this.limits = limits;
    }

    void opened(Channel channel, Session session) {
        Verdict verdict = session.getUserPrincipal() instanceof Handshake handshake ? handshake.verdict() : null;
        if (verdict instanceof Verdict.Refused refused) {
            OpenSocket.close(session, refused.reason());
        } else if (verdict instanceof Verdict.Admitted admitted
                && admitted.lease().claim()) {
            admit(channel, session, admitted.lease());
        } else {
            LOG.log(Level.WARNING, "Closing a socket on {0} that has no place", channel);
            OpenSocket.close(session, CloseCode.INTERNAL);
        }
    }

    private void admit(Channel channel, Session session, Lease lease) {
        SocketSubscriber subscriber = new SocketSubscriber(
                new AsyncRemoteSender(session.getAsyncRemote()), () -> OpenSocket.close(session, CloseCode.INTERNAL));
        sockets.add(new OpenSocket(session, channel, lease, subscriber));
        try {
            session.setMaxTextMessageBufferSize(limits.messageBytes());
            session.setMaxBinaryMessageBufferSize(limits.messageBytes());
            broadcaster.join(channel, subscriber);
        } catch (RuntimeException closedMeanwhile) {
            LOG.log(Level.DEBUG, "Socket {0} was gone before it was served: {1}", session.getId(), closedMeanwhile);
            OpenSocket.close(session, CloseCode.INTERNAL);
            ended(session);
        }
    }

    /** These channels only speak. What a client says keeps its connection busy and means nothing. */
    void heard(String text, Session session) {
        if (text.getBytes(StandardCharsets.UTF_8).length > limits.messageBytes()) {
            OpenSocket.close(session, CloseCode.MESSAGE_TOO_BIG);
        }
    }

    void heardBinary(Session session) {
        OpenSocket.close(session, CloseCode.BINARY_NOT_ACCEPTED);
    }

    void failed(Session session, Throwable failure) {
        LOG.log(Level.DEBUG, "Socket {0} failed: {1}", session.getId(), failure);
        if (!session.isOpen()) {
            ended(session);
        }
    }

    void ended(Session session) {
        OpenSocket socket = sockets.remove(session.getId());
        if (socket != null) {
            broadcaster.leave(socket.channel(), socket.subscriber());
            socket.lease().release();
        }
    }
}
