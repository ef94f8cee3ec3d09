package org.tickcast.testing.server;

import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.Objects;
import org.tickcast.socket.AdmissionConfigurator;

/** Tells a client whom the server takes it for. It is admitted as everybody is, and never claims its place. */
@ServerEndpoint(value = "/ws/test/who-am-i", configurator = AdmissionConfigurator.class)
public class WhoAmIEndpoint {

    @OnOpen
    public void onOpen(Session session) throws IOException {
        session.getBasicRemote()
                .sendText(Objects.requireNonNull(session.getUserPrincipal()).getName());
    }
}
