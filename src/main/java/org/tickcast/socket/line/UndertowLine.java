package org.tickcast.socket.line;

import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import io.undertow.websockets.jsr.UndertowSession;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.TextMessage;

/** Hands the bytes of a text to one channel, which puts the head of a frame before them. */
final class UndertowLine implements Line, WebSocketCallback<Sent> {

    private static final WebSocketCallback<@Nullable Void> NOBODY = new WebSocketCallback<>() {
        @Override
        public void complete(WebSocketChannel channel, @Nullable Void nothing) {
            // A sign of life that has left says nothing about the client.
        }

        @Override
        public void onError(WebSocketChannel channel, @Nullable Void nothing, Throwable why) {
            // A client that is gone is found by what it does not answer.
        }
    };

    private final UndertowSession session;
    private final WebSocketChannel channel;

    UndertowLine(UndertowSession session) {
        this.session = session;
        this.channel = session.getWebSocketChannel();
    }

    @Override
    public void send(TextMessage message, Sent sent) {
        try {
            if (message.isDeflated()) {
                WebSockets.sendBinary(message.payload(), channel, this, sent);
            } else {
                WebSockets.sendText(message.payload(), channel, this, sent);
            }
        } catch (RuntimeException closedMeanwhile) {
            sent.failed(closedMeanwhile);
        }
    }

    @Override
    public void complete(WebSocketChannel on, Sent sent) {
        sent.left();
    }

    @Override
    public void onError(WebSocketChannel on, Sent sent, Throwable why) {
        sent.failed(why);
    }

    @Override
    public void send(SignOfLife sign) {
        switch (sign) {
            case PING -> WebSockets.sendPing(sign.payload(), channel, NOBODY);
            case BINARY -> WebSockets.sendBinary(sign.payload(), channel, NOBODY);
        }
    }

    /** The server stops reading a client for whom much waits. */
    @Override
    public int pongsWaiting() {
        return 0;
    }

    @Override
    public void cut() {
        session.forceClose();
    }
}
