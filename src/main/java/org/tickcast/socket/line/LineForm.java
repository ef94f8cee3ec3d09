package org.tickcast.socket.line;

import jakarta.websocket.Session;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A way to send that only one kind of server has. */
interface LineForm {

    /** What it goes through, for the log. */
    String name();

    /** Threads from which it sends best. */
    default Executor threads(Executor usual) {
        return usual;
    }

    /** What is below a socket, where this server lets us have it afterwards too; null where it does not. */
    default Upgrade.@Nullable Connection connection(Session session) {
        return null;
    }

    /** Null when something is missing that was expected; then the portable form is used. */
    @Nullable Line open(Session session, @Nullable Upgrade upgrade);
}
