package org.tickcast.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A text of ours, and the bytes of the one WebSocket frame that carries it (RFC 6455, section 5.2): a text frame, or a
 * binary one with the deflated text for those who prefer it. The bytes are written when first needed, and then are the
 * same for everybody who is sent the message.
 *
 * <p>Threads: any. Two that need the bytes first may both write them; they write the same.
 */
public final class TextMessage {

    /** Below this there is not enough to be won. */
    static final int WORTH_DEFLATING = 256;

    private static final int FINAL_TEXT = 0x81;
    private static final int FINAL_BINARY = 0x82;
    private static final int LONGEST_SHORT = 125;
    private static final int LENGTH_IN_TWO_BYTES = 126;
    private static final int LENGTH_IN_EIGHT_BYTES = 127;
    private static final int LONGEST_MEDIUM = 0xffff;

    private final String text;
    private final boolean isDeflated;
    private volatile byte @Nullable [] frame;
    private volatile @Nullable TextMessage deflated;

    public TextMessage(String text) {
        this(text, false);
    }

    private TextMessage(String text, boolean isDeflated) {
        this.text = text;
        this.isDeflated = isDeflated;
    }

    public String text() {
        return text;
    }

    /** The same as a binary message, the same for everybody; this one where that would hardly be shorter. */
    public TextMessage deflated() {
        if (isDeflated || text.length() < WORTH_DEFLATING) {
            return this;
        }
        TextMessage known = deflated;
        if (known == null) {
            known = new TextMessage(text, true);
            deflated = known;
        }
        return known;
    }

    /** Whether the payload is the deflated text, in a binary frame. */
    public boolean isDeflated() {
        return isDeflated;
    }

    /** The frame, unmasked as servers send it. Each view is the caller's own; the bytes below are everybody's. */
    public ByteBuffer frame() {
        return ByteBuffer.wrap(bytes());
    }

    /** What is in the frame: the text in UTF-8, or that deflated. */
    public ByteBuffer payload() {
        byte[] whole = bytes();
        int head = headLength(whole[1]);
        return ByteBuffer.wrap(whole, head, whole.length - head);
    }

    /** How many bytes the frame has. */
    public int frameLength() {
        return bytes().length;
    }

    private byte[] bytes() {
        byte[] known = frame;
        if (known == null) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            known = isDeflated ? write(FINAL_BINARY, Deflated.of(utf8)) : write(FINAL_TEXT, utf8);
            frame = known;
        }
        return known;
    }

    private static byte[] write(int kind, byte[] payload) {
        ByteBuffer whole = ByteBuffer.allocate(10 + payload.length);
        whole.put((byte) kind);
        if (payload.length <= LONGEST_SHORT) {
            whole.put((byte) payload.length);
        } else if (payload.length <= LONGEST_MEDIUM) {
            whole.put((byte) LENGTH_IN_TWO_BYTES).putShort((short) payload.length);
        } else {
            whole.put((byte) LENGTH_IN_EIGHT_BYTES).putLong(payload.length);
        }
        whole.put(payload).flip();
        byte[] exact = new byte[whole.remaining()];
        whole.get(exact);
        return exact;
    }

    private static int headLength(byte length) {
        return switch (length) {
            case LENGTH_IN_TWO_BYTES -> 4;
            case LENGTH_IN_EIGHT_BYTES -> 10;
            default -> 2;
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TextMessage message && message.isDeflated == isDeflated && message.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
