package org.tickcast.socket.line;

import io.undertow.websockets.jsr.UndertowSession;
import java.io.IOException;
import java.lang.System.Logger.Level;
import org.xnio.Options;

/** The connection that WildFly has below a socket. */
record UndertowConnection(UndertowSession session) implements Upgrade.Connection {

    private static final System.Logger LOG = System.getLogger(UndertowConnection.class.getName());

    @Override
    public void cut() {
        session.forceClose();
    }

    @Override
    public void bufferAtMost(int bytes) {
        try {
            session.getWebSocketChannel().setOption(Options.SEND_BUFFER, bytes);
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "Socket {0} took no limit: {1}", session.getId(), gone);
        }
    }
}
