package org.tickcast.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits a stream into lines and knows where each one is. However long a line, no more of it is kept than a line may
 * have.
 *
 * <p>Threads: one at a time.
 */
public final class LineReader implements Closeable {

    private static final int BUFFER = 8 * 1024;
    private static final int END = -1;
    private static final int FIRST_ROOM = 256;

    private final InputStream stream;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;

    private byte[] text = new byte[FIRST_ROOM];
    private long number;
    private long offset;

    public LineReader(InputStream stream) {
        this(stream, EventCodec.LONGEST_LINE);
    }

    LineReader(InputStream stream, int longest) {
        this.stream = stream;
        this.longest = longest;
    }

    /** The next line; null at the end of the stream. */
    public @Nullable Line next() throws IOException {
        long start = offset;
        int next = nextByte();
        if (next == END) {
            return null;
        }
        int length = 0;
        for (; next != '\n' && next != END; next = nextByte()) {
            keep(next, length);
            length = Math.min(length + 1, longest + 1);
        }
        boolean tooLong = length > longest;
        number++;
        return new Line(number, start, textOf(Math.min(length, longest)), tooLong, next == '\n');
    }

    /** How many lines were given, of those that could be read. */
    public long number() {
        return number;
    }

    /** How many bytes were read. */
    public long offset() {
        return offset;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private void keep(int value, int at) {
        if (at >= longest) {
            return;
        }
        if (at == text.length) {
            text = Arrays.copyOf(text, Math.min(2 * at, longest));
        }
        text[at] = (byte) value;
    }

    /** Windows ends a line with two characters; the first is no part of it. */
    private String textOf(int length) {
        int shown = length > 0 && text[length - 1] == '\r' ? length - 1 : length;
        return new String(text, 0, shown, StandardCharsets.UTF_8);
    }

    private int nextByte() throws IOException {
        if (position == filled) {
            filled = stream.read(buffer);
            position = 0;
            if (filled <= 0) {
                filled = 0;
                return END;
            }
        }
        offset++;
        return buffer[position++] & 0xFF;
    }
}
