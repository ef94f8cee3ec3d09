package org.tickcast.socket.line;

import jakarta.websocket.Session;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Collection;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.TextMessage;

/** Hands the bytes of whole frames to the writer of one connection. */
final class TyrusLine implements Line {

    private static final System.Logger LOG = System.getLogger(TyrusLine.class.getName());
    private static final CompletionHandler<ByteBuffer> NOBODY = new CompletionHandler<>() {};

    private final Session session;
    private final Writer writer;
    private final Collection<?> waiting;
    private final Upgrade.Connection connection;
    /** Made once: there is one message on its way at a time. */
    private final Report report = new Report();

    TyrusLine(Session session, Writer writer, Collection<?> waiting, Upgrade.Connection connection) {
        this.session = session;
        this.writer = writer;
        this.waiting = waiting;
        this.connection = connection;
    }

    @Override
    public void send(TextMessage message, Sent sent) {
        report.sent = sent;
        if (!session.isOpen()) {
            // The writer does not look, and what it wrote to may be somebody else's by now.
            sent.failed(new IllegalStateException("The socket is closed"));
            return;
        }
        try {
            writer.write(message.frame(), report);
        } catch (RuntimeException closedMeanwhile) {
            sent.failed(closedMeanwhile);
        }
    }

    @Override
    public void send(SignOfLife sign) {
        if (session.isOpen()) {
            try {
                writer.write(sign.frame(), NOBODY);
            } catch (RuntimeException closedMeanwhile) {
                LOG.log(Level.DEBUG, "Socket {0} took no sign of life: {1}", session.getId(), closedMeanwhile);
            }
        }
    }

    /** The size is read without a lock: it may be a little old. */
    @Override
    public int pongsWaiting() {
        return waiting.size();
    }

    @Override
    public void cut() {
        connection.cut();
    }

    private static final class Report extends CompletionHandler<ByteBuffer> {

        /** Written before a message is handed over, and read after it has left. */
        private @Nullable Sent sent;

        @Override
        public void completed(ByteBuffer frame) {
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
    }
}
