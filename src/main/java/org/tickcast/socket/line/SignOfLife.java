package org.tickcast.socket.line;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What is sent only to be answered, or to keep a connection from looking idle. */
public enum SignOfLife {
    /** A ping of the WebSocket protocol, which every client answers. */
    PING(0x89, ""),
    /** A binary message that says ping, as an older system sent it. Nobody answers it. */
    BINARY(0x82, "ping");

    private final byte[] frame;
    private final byte[] payload;

    SignOfLife(int head, String text) {
        payload = text.getBytes(StandardCharsets.US_ASCII);
        frame = ByteBuffer.allocate(2 + payload.length)
                .put((byte) head)
                .put((byte) payload.length)
                .put(payload)
                .array();
    }

    ByteBuffer frame() {
        return ByteBuffer.wrap(frame);
    }

    ByteBuffer payload() {
        return ByteBuffer.wrap(payload);
    }
}
