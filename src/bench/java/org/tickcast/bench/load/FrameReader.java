package org.tickcast.bench.load;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;

/** Takes WebSocket frames, as a server writes them, out of what has arrived (RFC 6455, section 5.2). */
final class FrameReader {

    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    /** No frame of any channel comes near it. */
    static final int LONGEST = 16 << 20;

    private static final int LONGEST_HEADER = 10;
    private static final int SHORTEST_HEADER = 2;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int RESERVED = 0x70;

    /** Whoever is told of each whole frame; its payload is from {@code from} to before {@code to}. */
    interface Sink {
        void frame(int opcode, boolean isFinal, ByteBuffer in, int from, int to) throws IOException;
    }

    private FrameReader() {}

    /**
     * Hands on every whole frame and leaves the beginning of the next one in the buffer.
     *
     * @return how long the next frame is with its header, as far as is known by now
     */
    static int takeWhole(ByteBuffer in, Sink sink) throws IOException {
        while (true) {
            int at = in.position();
            int there = in.remaining();
            int header = there < SHORTEST_HEADER ? SHORTEST_HEADER : headerLength(in.get(at + 1));
            if (there < header) {
                return LONGEST_HEADER;
            }
            int length = payloadLength(in, at, header);
            if (there < header + length) {
                return header + length;
            }
            int first = in.get(at);
            if ((first & RESERVED) != 0) {
                throw new ProtocolException("a frame with reserved bits");
            }
            in.position(at + header + length);
            sink.frame(first & 0x0f, (first & FINAL) != 0, in, at + header, at + header + length);
        }
    }

    private static int headerLength(byte second) throws ProtocolException {
        if ((second & MASKED) != 0) {
            throw new ProtocolException("a masked frame");
        }
        return second < 126 ? SHORTEST_HEADER : second == 126 ? 4 : LONGEST_HEADER;
    }

    private static int payloadLength(ByteBuffer in, int at, int header) throws ProtocolException {
        if (header == SHORTEST_HEADER) {
            return in.get(at + 1);
        }
        long length = header == 4 ? in.getShort(at + 2) & 0xffff : in.getLong(at + 2);
        if (length < 0 || length > LONGEST) {
            throw new ProtocolException("a frame of " + length + " bytes");
        }
        return (int) length;
    }
}
