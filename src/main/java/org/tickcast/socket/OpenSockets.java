package org.tickcast.socket;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.CloseCode;

/** Every client that is in, by the id of its session. As many as admission lets in. */
public final class OpenSockets {

    private final Map<String, OpenSocket> sockets = new ConcurrentHashMap<>();

    void add(OpenSocket socket) {
        sockets.put(socket.session().getId(), socket);
    }

    @Nullable OpenSocket remove(String sessionId) {
        return sockets.remove(sessionId);
    }

    public int count() {
        return sockets.size();
    }

    /** Sends everybody away. */
    public void closeAll(CloseCode reason) {
        sockets.values().forEach(socket -> OpenSocket.close(socket.session(), reason));
    }
}
