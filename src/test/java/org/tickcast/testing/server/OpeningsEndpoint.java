package org.tickcast.testing.server;

import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.tickcast.socket.AdmissionConfigurator;

/** Tells a client how many sockets the container has opened here. It is admitted as everybody is. */
@ServerEndpoint(value = "/ws/test/openings", configurator = AdmissionConfigurator.class)
public class OpeningsEndpoint {

    private static final AtomicInteger OPENINGS = new AtomicInteger();

    @OnOpen
    public void onOpen(Session session) throws IOException {
        session.getBasicRemote().sendText(String.valueOf(OPENINGS.incrementAndGet()));
    }
}
