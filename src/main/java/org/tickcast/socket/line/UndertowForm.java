package org.tickcast.socket.line;

import io.undertow.websockets.jsr.UndertowSession;
import jakarta.websocket.Session;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** WildFly's WebSockets, through the public API of Undertow. */
final class UndertowForm implements LineForm {

    private static final System.Logger LOG = System.getLogger(UndertowForm.class.getName());

    private final @Nullable UndertowBuffer buffer = UndertowBuffer.find();

    private UndertowForm() {}

    /** Null on a server that is another, or does not show us its Undertow. */
    static @Nullable LineForm find() {
        try {
            Class.forName(UndertowSession.class.getName());
            return new UndertowForm();
        } catch (ClassNotFoundException | LinkageError anotherServer) {
            LOG.log(Level.DEBUG, "No Undertow here: {0}", anotherServer);
            return null;
        }
    }

    @Override
    public String name() {
        return "Undertow";
    }

    @Override
    public Upgrade.@Nullable Connection connection(Session session) {
        return session instanceof UndertowSession undertow ? new UndertowConnection(undertow, buffer) : null;
    }

    @Override
    public @Nullable Line open(Session session, @Nullable Upgrade upgrade) {
        return session instanceof UndertowSession undertow ? new UndertowLine(undertow) : null;
    }
}
