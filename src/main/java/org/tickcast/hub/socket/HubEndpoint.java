package org.tickcast.hub.socket;

import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;
import org.tickcast.socket.AdmissionConfigurator;
import org.tickcast.socket.SocketEndpoint;
import org.tickcast.socket.SocketService;

/** Rooms, who is there, chat, typing and notifications. */
@ServerEndpoint(value = "/ws", configurator = AdmissionConfigurator.class)
public class HubEndpoint extends SocketEndpoint {

    @Inject
    @SuppressWarnings("NullAway.Init") // The container makes endpoints, and injects after construction.
    private HubClients clients;

    @Override
    protected final SocketService service() {
        return clients;
    }
}
