package org.tickcast.feed;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.GZIPOutputStream;
import org.tickcast.wire.TapeHeader;

/** One file of a tape while it is written. Belongs to the recorder. */
final class TapeWriter implements Closeable {

    private final LocalDate day;
    private final TapeDisk.Forcing force;
    private final Counted counted;
    private final GZIPOutputStream lines;

    private TapeWriter(LocalDate day, TapeDisk.TapeFile file) throws IOException {
        this.day = day;
        this.force = file.force();
        this.counted = new Counted(file.bytes());
        this.lines = new GZIPOutputStream(counted, true);
    }

    static TapeWriter create(TapeDisk disk, Path file, LocalDate day, TapeHeader header) throws IOException {
        TapeDisk.TapeFile made = disk.create(file);
        try {
            TapeWriter writer = new TapeWriter(day, made);
            writer.write(header.write());
            // A disk that is full says so here and not with the first thousand events.
            writer.sync();
            return writer;
        } catch (IOException | RuntimeException e) {
            made.bytes().close();
            throw e;
        }
    }

    LocalDate day() {
        return day;
    }

    /** The size of the file; what still waits to be compressed does not count. */
    long bytes() {
        return counted.bytes;
    }

    void write(String line) throws IOException {
        lines.write(line.getBytes(StandardCharsets.UTF_8));
        lines.write('\n');
    }

    /** What was written until now can be read from now on, whatever happens. */
    void sync() throws IOException {
        lines.flush();
        force.run();
    }

    /** Ends the file as a whole one. */
    @Override
    public void close() throws IOException {
        try (OutputStream last = counted) {
            lines.finish();
            last.flush();
            force.run();
        }
    }

    /** Lets go of a file that cannot be ended any more. */
    void abandon() {
        try {
            counted.close();
        } catch (IOException alsoFails) {
            // It failed before, which is why it is abandoned, and that has been said.
        }
    }

    private static final class Counted extends FilterOutputStream {

        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            bytes++;
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            out.write(from, offset, length);
            bytes += length;
        }
    }
}
