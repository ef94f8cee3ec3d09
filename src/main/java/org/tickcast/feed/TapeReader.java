package org.tickcast.feed;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.MarketEvent;
import org.tickcast.wire.BadEvent;
import org.tickcast.wire.DecodedLine;
import org.tickcast.wire.EventCodec;
import org.tickcast.wire.Line;
import org.tickcast.wire.LineReader;
import org.tickcast.wire.TapeHeader;

/**
 * Reads one file of a tape, up to its end or to where it is damaged. Nothing behind the damage is read: nobody could say
 * what is missing before it.
 */
final class TapeReader implements Closeable {

    private final Path file;
    private final EventCodec codec;
    private @Nullable LineReader lines;
    private @Nullable String damage;

    private TapeReader(Path file, EventCodec codec) {
        this.file = file;
        this.codec = codec;
    }

    static TapeReader open(Path file, EventCodec codec) {
        TapeReader reader = new TapeReader(file, codec);
        reader.readHeader();
        return reader;
    }

    /** The next event; null at the end, which {@link #damage} may tell more about. */
    @Nullable MarketEvent next() {
        Line line = damage == null ? nextLine() : null;
        if (line == null) {
            return null;
        }
        if (!line.isWhole()) {
            return damagedAt(line, "it ends in the middle of a line");
        }
        DecodedLine decoded = codec.read(line);
        if (decoded instanceof BadEvent bad) {
            return damagedAt(line, bad.words());
        }
        return ((DecodedLine.Event) decoded).event();
    }

    /** Where the file is damaged, and how; null as long as nothing is wrong with it. */
    @Nullable String damage() {
        return damage;
    }

    @Override
    public void close() {
        if (lines != null) {
            try {
                lines.close();
            } catch (IOException e) {
                // It was only read, so nothing can be lost.
            }
        }
    }

    private void readHeader() {
        InputStream bytes;
        try {
            bytes = Files.newInputStream(file);
        } catch (IOException e) {
            damage = file + " cannot be read: " + e;
            return;
        }
        try {
            lines = new LineReader(new GZIPInputStream(new BufferedInputStream(bytes)));
        } catch (IOException e) {
            damage = file + " is no gzip file: " + e.getMessage();
            closeQuietly(bytes);
            return;
        }
        checkHeader();
    }

    private void checkHeader() {
        Line header = nextLine();
        if (header != null) {
            BadEvent refusal = TapeHeader.refusal(header);
            if (refusal != null) {
                damagedAt(header, refusal.words());
            }
        } else if (damage == null) {
            damage = file + " is empty";
        }
    }

    private @Nullable Line nextLine() {
        LineReader open = lines;
        if (open == null) {
            return null;
        }
        try {
            return open.next();
        } catch (IOException e) {
            // Of a line that the damage cuts in two nothing is kept, and so it counts as the place of the damage.
            damaged(open.number() + 1, open.offset(), String.valueOf(e.getMessage()));
            return null;
        }
    }

    private @Nullable MarketEvent damagedAt(Line line, String how) {
        damaged(line.number(), line.offset(), how);
        return null;
    }

    private void damaged(long line, long offset, String how) {
        damage = file + " is damaged at line " + line + ", byte " + offset + " of the text: " + how;
    }

    private static void closeQuietly(InputStream bytes) {
        try {
            bytes.close();
        } catch (IOException e) {
            // It was only read, so nothing can be lost.
        }
    }
}
