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
import org.tickcast.wire.Channel;

/** What the endpoints of all broadcast channels do: pass on what the container reports. */
public abstract class ChannelEndpoint {

    private final Channel channel;

    @Inject
    @SuppressWarnings("NullAway.Init") // The container makes endpoints, and injects after construction.
    private ChannelLifecycle lifecycle;

    protected ChannelEndpoint(Channel channel) {
        this.channel = channel;
    }

    @OnOpen
    public void onOpen(Session session) {
        lifecycle.opened(channel, session);
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
