package org.tickcast.testing.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.glassfish.tyrus.client.ClientManager;

/** A decent client: Tyrus, as a Java program would use it. It keeps what it gets until it is asked for. */
public final class TyrusClient extends Endpoint implements AutoCloseable {

    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final Session session;

    /** Connects with the token of the tests in its Authorization header. */
    public TyrusClient(URL server, String path) throws IOException, DeploymentException {
        ClientEndpointConfig.Configurator bearer = new ClientEndpointConfig.Configurator() {
            @Override
            public void beforeRequest(Map<String, List<String>> headers) {
                headers.put("Authorization", List.of("Bearer " + TickcastWar.TOKEN));
            }
        };
        session = ClientManager.createClient()
                .connectToServer(
                        this,
                        ClientEndpointConfig.Builder.create()
                                .configurator(bearer)
                                .build(),
                        URI.create("ws://127.0.0.1:" + server.getPort() + path));
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
        opened.addMessageHandler(String.class, messages::add);
    }

    /** The next message, when it comes within ten seconds. */
    public String next() throws InterruptedException {
        String message = messages.poll(10, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("No message within 10 seconds");
        }
        return message;
    }

    public JsonObject nextJson() throws InterruptedException {
        try (var reader = Json.createReader(new StringReader(next()))) {
            return reader.readObject();
        }
    }

    public void send(String text) throws IOException {
        session.getBasicRemote().sendText(text);
    }

    @Override
    public void close() throws IOException {
        session.close();
    }
}
