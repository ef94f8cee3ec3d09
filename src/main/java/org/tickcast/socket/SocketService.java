package org.tickcast.socket;

import jakarta.websocket.Session;
import org.tickcast.wire.Door;

/** What clients get who come in at one door. */
public interface SocketService {

    Door door();

    /** What the client speaks, one of a few names. */
    String protocol(Session session);

    /** Who serves a client that has just come in. Nothing is sent before it joins. */
    SocketClient serve(Session session, ServedSocket socket);
}
