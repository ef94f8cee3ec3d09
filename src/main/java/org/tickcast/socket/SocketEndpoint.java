package org.tickcast.socket;

import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;

/** What all endpoints do: pass on what the container reports. */
public abstract class SocketEndpoint {

    @Inject
    @SuppressWarnings("NullAway.Init") // The container makes endpoints, and injects after construction.
    private SocketLifecycle lifecycle;

    /** What clients get who come in here. */
    protected abstract SocketService service();

    @OnOpen
    public void onOpen(Session session) {
        lifecycle.opened(service(), session);
    }

    @OnMessage
    public void onText(String text, Session session) {
        lifecycle.heard(text, session);
    }

    @OnMessage
    public void onBinary(ByteBuffer bytes, Session session) {
        lifecycle.heardBinary(session);
    }

    @OnMessage
    public void onPong(PongMessage pong, Session session) {
        lifecycle.heardPong(session);
    }

    @OnError
    public void onError(Session session, Throwable failure) {
        lifecycle.failed(session, failure);
    }

    @OnClose
    public void onClose(Session session, CloseReason reason) {
        lifecycle.ended(session, reason.getCloseCode().getCode());
    }
}
