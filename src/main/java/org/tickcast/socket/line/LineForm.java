package org.tickcast.socket.line;

import jakarta.websocket.Session;
import org.jspecify.annotations.Nullable;

/** A way to send that only one kind of server has. */
interface LineForm {

    /** What it goes through, for the log. */
    String name();

    /** Null when something is missing that was expected; then the portable form is used. */
    @Nullable Line open(Session session, @Nullable Upgrade upgrade);
}
