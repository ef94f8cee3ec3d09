package org.tickcast.socket.line;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.TextMessage;

/** Sends through the API that every server has. */
final class PortableLine implements Line {

    private static final System.Logger LOG = System.getLogger(PortableLine.class.getName());

    private final Session session;
    private final RemoteEndpoint.Async remote;
    private final Upgrade.@Nullable Connection connection;

    /** @param connection what is below; null where nobody knows */
    PortableLine(Session session, Upgrade.@Nullable Connection connection) {
        this.session = session;
        this.remote = session.getAsyncRemote();
        this.connection = connection;
    }

    @Override
    public void send(TextMessage message, Sent sent) {
        try {
            SendHandler report = result -> tell(sent, result);
            if (message.isDeflated()) {
                remote.sendBinary(message.payload(), report);
            } else {
                remote.sendText(message.text(), report);
            }
        } catch (RuntimeException closedMeanwhile) {
            // Containers throw different exceptions for a socket that is just closing; for us it is a failed send.
            sent.failed(closedMeanwhile);
        }
    }

    private static void tell(Sent sent, SendResult result) {
        if (result.isOK()) {
            sent.left();
        } else {
            sent.failed(result.getException());
        }
    }

    @Override
    public void send(SignOfLife sign) {
        try {
            switch (sign) {
                case PING -> remote.sendPing(sign.payload());
                case BINARY -> remote.sendBinary(sign.payload(), ignored -> {});
            }
        } catch (IOException | RuntimeException gone) {
            LOG.log(Level.DEBUG, "Socket {0} took no sign of life: {1}", session.getId(), gone);
        }
    }

    @Override
    public int pongsWaiting() {
        return 0;
    }

    @Override
    public void cut() {
        if (connection != null) {
            connection.cut();
            return;
        }
        try {
            session.close(new CloseReason(CloseReason.CloseCodes.GOING_AWAY, ""));
        } catch (IOException | RuntimeException gone) {
            LOG.log(Level.DEBUG, "Socket {0} could not be closed: {1}", session.getId(), gone);
        }
    }
}
