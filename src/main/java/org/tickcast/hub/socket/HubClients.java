package org.tickcast.hub.socket;

import jakarta.websocket.Session;
import org.tickcast.hub.GuestNames;
import org.tickcast.hub.Hub;
import org.tickcast.socket.ServedSocket;
import org.tickcast.socket.SocketClient;
import org.tickcast.socket.SocketService;
import org.tickcast.wire.Door;

/** Serves clients of the hub. */
public final class HubClients implements SocketService {

    private final Hub hub;
    private final GuestNames guests;
    private final WaitingLimits limits;

    /** @param guests what those are called who are known by address only */
    public HubClients(Hub hub, GuestNames guests, WaitingLimits limits) {
        this.hub = hub;
        this.guests = guests;
        this.limits = limits;
    }

    @Override
    public Door door() {
        return Door.HUB;
    }

    @Override
    public String protocol(Session session) {
        return door().id();
    }

    @Override
    public SocketClient serve(Session session, ServedSocket socket) {
        return new HubSocket(hub, guests, limits, socket);
    }
}
