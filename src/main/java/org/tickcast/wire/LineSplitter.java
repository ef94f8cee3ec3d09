package org.tickcast.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lines in a stream whose bytes come piece by piece, cut anywhere. However long a line, no more of it is kept
 * than a line may have.
 *
 * <p>Threads: one at a time.
 */
public final class LineSplitter {

    private static final int FIRST_ROOM = 256;

    private final int longest;
    /** The unfinished line, or its beginning. */
    private byte[] text = new byte[FIRST_ROOM];
    /** How long the unfinished line is; one more than a line may have stands for anything longer. */
    private int length;

    private long number;
    private long start;
    private long offset;

    public LineSplitter() {
        this(EventCodec.LONGEST_LINE);
    }

    LineSplitter(int longest) {
        this.longest = longest;
    }

    /** The next line that ends in these bytes; null when they are used up. */
    public @Nullable Line next(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            offset++;
            if (next == '\n') {
                return line(true);
            }
            keep(next);
        }
        return null;
    }

    /** The line that was cut off by the end of the stream; null when the last one was whole. */
    public @Nullable Line rest() {
        return offset == start ? null : line(false);
    }

    /** How many lines were given. */
    long number() {
        return number;
    }

    /** How many bytes were read. */
    long offset() {
        return offset;
    }

    private Line line(boolean isWhole) {
        number++;
        Line line = new Line(number, start, textOf(Math.min(length, longest)), length > longest, isWhole);
        start = offset;
        length = 0;
        return line;
    }

    private void keep(byte value) {
        if (length < longest) {
            if (length == text.length) {
                text = Arrays.copyOf(text, Math.min(2 * length, longest));
            }
            text[length] = value;
        }
        length = Math.min(length + 1, longest + 1);
    }

    /** Windows ends a line with two characters; the first is no part of it. */
    private String textOf(int kept) {
        int shown = kept > 0 && text[kept - 1] == '\r' ? kept - 1 : kept;
        return new String(text, 0, shown, StandardCharsets.UTF_8);
    }
}
