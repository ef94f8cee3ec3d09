package org.tickcast.socket.line;

import io.undertow.websockets.jsr.UndertowSession;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * The connection that WildFly has below a socket.
 *
 * @param buffer sets how much is kept for a client; null where nobody may
 */
record UndertowConnection(UndertowSession session, @Nullable UndertowBuffer buffer) implements Upgrade.Connection {

    private static final System.Logger LOG = System.getLogger(UndertowConnection.class.getName());

    @Override
    public void cut() {
        session.forceClose();
    }

    @Override
    public void bufferAtMost(int bytes) {
        if (buffer == null) {
            return;
        }
        try {
            buffer.limit(session.getWebSocketChannel(), bytes);
        } catch (ReflectiveOperationException gone) {
            LOG.log(Level.DEBUG, "Socket {0} took no limit: {1}", session.getId(), gone);
        }
    }
}
