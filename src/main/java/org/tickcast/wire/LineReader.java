package org.tickcast.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream line by line and knows where each one is. However long a line, no more of it is kept than a line may
 * have.
 *
 * <p>Threads: one at a time.
 */
public final class LineReader implements Closeable {

    private static final int BUFFER = 8 * 1024;

    private final InputStream stream;
    private final LineSplitter lines;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);

    public LineReader(InputStream stream) {
        this(stream, EventCodec.LONGEST_LINE);
    }

    LineReader(InputStream stream, int longest) {
        this.stream = stream;
        this.lines = new LineSplitter(longest);
    }

    /** The next line; null at the end of the stream. */
    public @Nullable Line next() throws IOException {
        Line line = lines.next(buffer);
        while (line == null) {
            if (!fill()) {
                return lines.rest();
            }
            line = lines.next(buffer);
        }
        return line;
    }

    /** How many lines were given, of those that could be read. */
    public long number() {
        return lines.number();
    }

    /** How many bytes were read. */
    public long offset() {
        return lines.offset();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    /** Called when the buffer is used up, which it still is when the stream fails. */
    private boolean fill() throws IOException {
        int read = stream.read(buffer.array());
        buffer.position(0).limit(Math.max(read, 0));
        return read > 0;
    }
}
