package org.tickcast.socket.line;

import jakarta.websocket.Session;
import java.net.SocketAddress;
import org.glassfish.grizzly.CompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.asyncqueue.WritableMessage;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.TextMessage;

/**
 * Hands the bytes of whole frames to the connection below Tyrus. The first message goes through Tyrus, behind the answer to
 * the handshake, which may not have left yet; and so does all that is not a message, in the order in which it is sent.
 */
final class GrizzlyLine implements Line {

    private final Session session;
    private final GrizzlyConnection connection;
    private final TyrusLine tyrus;
    /** Made once: there is one message on its way at a time. */
    private final Report report = new Report();

    private boolean hasSent;

    GrizzlyLine(Session session, GrizzlyConnection connection, TyrusLine tyrus) {
        this.session = session;
        this.connection = connection;
        this.tyrus = tyrus;
    }

    @Override
    public void send(TextMessage message, Sent sent) {
        if (!hasSent) {
            hasSent = true;
            tyrus.send(message, sent);
            return;
        }
        if (!session.isOpen()) {
            sent.failed(new IllegalStateException("The socket is closed"));
            return;
        }
        report.sent = sent;
        try {
            connection.write(message, report);
        } catch (RuntimeException closedMeanwhile) {
            sent.failed(closedMeanwhile);
        }
    }

    @Override
    public void send(SignOfLife sign) {
        tyrus.send(sign);
    }

    @Override
    public int pongsWaiting() {
        return tyrus.pongsWaiting();
    }

    @Override
    public void cut() {
        connection.cut();
    }

    private static final class Report implements CompletionHandler<WriteResult<WritableMessage, SocketAddress>> {

        /** Written before a message is handed over, and read after it has left. */
        private @Nullable Sent sent;

        @Override
        public void completed(WriteResult<WritableMessage, SocketAddress> result) {
            if (sent != null) {
                sent.left();
            }
        }

        @Override
        public void failed(Throwable why) {
            if (sent != null) {
                sent.failed(why);
            }
        }

        @Override
        public void cancelled() {
            failed(new IllegalStateException("The server gave the message up"));
        }

        @Override
        public void updated(WriteResult<WritableMessage, SocketAddress> result) {
            // A part has left; what counts is the whole.
        }
    }
}
