package org.tickcast.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file in the repository that follows from the code. A test compares the two; with {@code -Dtickcast.write=true} it
 * writes the file instead.
 */
public record WrittenFile(Path path) {

    private static final String WRITE = "tickcast.write";

    /** What the file says; if it is to be written, that is done first. */
    public String orWritten(String content) {
        try {
            if (Boolean.getBoolean(WRITE)) {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.writeString(path, content);
            }
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("Comparing " + path, e);
        }
    }

    public String howToWriteIt(Class<?> test) {
        return path + " is not what follows from the code. If the code is right: mvn test -Dtest="
                + test.getSimpleName() + " -D" + WRITE + "=true";
    }
}
