package org.tickcast.socket;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.StayCheck;
import org.tickcast.wire.CloseCode;

/**
 * Every client that is in, by the id of its session. As many as admission lets in.
 *
 * <p>Threads: any. Whoever goes through all of them holds up nobody who comes or goes.
 */
public final class OpenSockets {

    private final Map<String, OpenSocket> sockets = new ConcurrentHashMap<>();
    private volatile @Nullable CloseCode sentAway;

    /** While everybody is being sent away, who comes in is sent away too. */
    void add(OpenSocket socket) {
        sockets.put(socket.session().getId(), socket);
        CloseCode leaving = sentAway;
        if (leaving != null) {
            socket.close(leaving);
        }
    }

    @Nullable OpenSocket find(String sessionId) {
        return sockets.get(sessionId);
    }

    /** The one with this number of its connection. An operator asks so, who asks seldom: all are looked at. */
    @Nullable OpenSocket withNumber(long number) {
        for (OpenSocket socket : sockets.values()) {
            if (socket.connection().number() == number) {
                return socket;
            }
        }
        return null;
    }

    @Nullable OpenSocket remove(String sessionId) {
        return sockets.remove(sessionId);
    }

    int count() {
        return sockets.size();
    }

    /** Whoever comes or goes meanwhile may or may not be among them. */
    void forEach(Consumer<OpenSocket> visitor) {
        sockets.values().forEach(visitor);
    }

    /** Of each client, for how long a frame has been on its way to it; 0 while none is. */
    public void eachDelay(long nowNanos, LongConsumer nanos) {
        for (OpenSocket socket : sockets.values()) {
            nanos.accept(socket.onItsWayFor(nowNanos));
        }
    }

    /** Sends those away who may not stay any longer. To be called often: it costs little. */
    public void sweep(StayCheck stay, Instant now) {
        for (OpenSocket socket : sockets.values()) {
            CloseCode objection = stay.objection(socket.who(), now);
            if (objection != null) {
                socket.close(objection);
            }
        }
    }

    /** Sends everybody away, for good. */
    public void closeAll(CloseCode reason) {
        sentAway = reason;
        sockets.values().forEach(socket -> socket.close(reason));
    }
}
