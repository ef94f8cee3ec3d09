package org.tickcast.bench.load;

import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;

/** Writes the few short frames that a client sends, masked as they have to be. */
final class FrameWriter {

    /** Longer ones would need a longer header, and no client has that much to say. */
    static final int LONGEST = 125;

    private static final int HEADER = 6;

    private FrameWriter() {}

    static ByteBuffer write(int opcode, byte[] payload) {
        if (payload.length > LONGEST) {
            throw new IllegalArgumentException("A client sends no frame of " + payload.length + " bytes");
        }
        ByteBuffer frame = ByteBuffer.allocate(HEADER + payload.length);
        int mask = ThreadLocalRandom.current().nextInt();
        frame.put((byte) (0x80 | opcode)).put((byte) (0x80 | payload.length)).putInt(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ mask >> 8 * (3 - i % 4)));
        }
        return frame.flip();
    }

    static ByteBuffer close(int code) {
        return write(FrameReader.CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
    }
}
