package org.tickcast.socket.line;

import jakarta.websocket.Session;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.concurrent.Executor;
import org.glassfish.tyrus.servlet.TyrusHttpUpgradeHandler;
import org.glassfish.tyrus.spi.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Payara's WebSockets. Its portable API starts and stops a timer for every message, which costs more than the message;
 * the writer below it does not.
 */
final class TyrusForm implements LineForm {

    private static final System.Logger LOG = System.getLogger(TyrusForm.class.getName());

    private final Field writerOfHandler;

    private TyrusForm(Field writerOfHandler) {
        this.writerOfHandler = writerOfHandler;
    }

    /** Null on a server that is another, or whose Tyrus is not as we know it. */
    static @Nullable LineForm find() {
        try {
            Field writer = TyrusHttpUpgradeHandler.class.getDeclaredField("writer");
            writer.setAccessible(true);
            return new TyrusForm(writer);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError anotherServer) {
            LOG.log(Level.DEBUG, "No Tyrus here that we know: {0}", anotherServer);
            return null;
        }
    }

    @Override
    public String name() {
        return "Tyrus";
    }

    @Override
    public Executor threads(Executor usual) {
        GrizzlyThreads pooling = GrizzlyThreads.find();
        return pooling == null ? usual : pooling;
    }

    @Override
    public @Nullable Line open(Session session, @Nullable Upgrade upgrade) {
        if (upgrade == null
                || upgrade.connection() == null
                || !(upgrade.handler() instanceof TyrusHttpUpgradeHandler handler)) {
            return null;
        }
        try {
            if (!(writerOfHandler.get(handler) instanceof Writer writer)) {
                return null;
            }
            TyrusLine line = new TyrusLine(session, writer, queueOf(writer), upgrade.connection());
            return upgrade.connection() instanceof GrizzlyConnection connection && connection.takesBytes()
                    ? new GrizzlyLine(session, connection, line)
                    : line;
        } catch (ReflectiveOperationException | RuntimeException notAsWeKnowIt) {
            LOG.log(Level.DEBUG, "Socket {0} is served in the portable form: {1}", session.getId(), notAsWeKnowIt);
            return null;
        }
    }

    /** What waits in the writer for a client that reads slowly. It has no bound of its own. */
    private static Collection<?> queueOf(Writer writer) throws ReflectiveOperationException {
        Field queue = writer.getClass().getDeclaredField("queue");
        queue.setAccessible(true);
        return (Collection<?>) queue.get(writer);
    }
}
