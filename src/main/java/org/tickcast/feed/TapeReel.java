package org.tickcast.feed;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.MarketEvent;
import org.tickcast.wire.EventCodec;

/** All files of a tape, one after the other. A file that is damaged ends there, and the next one follows. */
final class TapeReel implements Closeable {

    private final Path tape;
    private final Consumer<String> onDamage;
    private final EventCodec codec = new EventCodec();

    private List<Path> files = List.of();
    private int nextFile;
    private @Nullable TapeReader reader;

    /** @param onDamage told where a file is damaged, when it is reached */
    TapeReel(Path tape, Consumer<String> onDamage) {
        this.tape = tape;
        this.onDamage = onDamage;
    }

    /** Goes to the beginning. Returns whether there is anything. */
    boolean rewind() throws IOException {
        close();
        files = TapeFiles.inOrder(tape);
        nextFile = 0;
        return !files.isEmpty();
    }

    /** Whether the last file has been read to its end. */
    boolean isAtEnd() {
        return reader == null && nextFile == files.size();
    }

    /** The next event of the present file, or null when it has none; ask again as long as this is not the end. */
    @Nullable MarketEvent next() {
        TapeReader open = reader;
        if (open == null) {
            open = TapeReader.open(files.get(nextFile), codec);
            reader = open;
            nextFile++;
        }
        MarketEvent event = open.next();
        if (event == null) {
            String damage = open.damage();
            close();
            if (damage != null) {
                onDamage.accept(damage);
            }
        }
        return event;
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
