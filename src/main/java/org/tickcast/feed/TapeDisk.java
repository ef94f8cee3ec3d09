package org.tickcast.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes the files that a tape is written to. */
interface TapeDisk {

    /** The disk of this machine. */
    TapeDisk REAL = file -> {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new TapeFile(Channels.newOutputStream(channel), () -> channel.force(false));
    };

    /** A new file, and never one that is there already. */
    TapeFile create(Path file) throws IOException;

    /**
     * An open file.
     *
     * @param force returns when everything that was written would outlive a power cut
     */
    record TapeFile(OutputStream bytes, Forcing force) {}

    /** Work with a disk. */
    interface Forcing {
        void run() throws IOException;
    }
}
