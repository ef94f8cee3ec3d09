package org.tickcast.socket;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.CloseCode;

/** Every client that is in, by the id of its session. As many as admission lets in. */
public final class OpenSockets {

    private final Map<String, OpenSocket> sockets = new ConcurrentHashMap<>();
    private volatile @Nullable CloseCode sentAway;

    /** While everybody is being sent away, who comes in is sent away too. */
    void add(OpenSocket socket) {
        sockets.put(socket.session().getId(), socket);
        CloseCode leaving = sentAway;
        if (leaving != null) {
            OpenSocket.close(socket.session(), leaving);
        }
    }

    @Nullable OpenSocket remove(String sessionId) {
        return sockets.remove(sessionId);
    }

    /** Sends everybody away, for good. */
    public void closeAll(CloseCode reason) {
        sentAway = reason;
        sockets.values().forEach(socket -> OpenSocket.close(socket.session(), reason));
    }
}
