package org.tickcast.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the server's errors back while it starts. When the application itself says why it does not start, those errors
 * are only its echo, many pages of it, and are thrown away; in any other case they are printed.
 *
 * <p>Threads: any.
 */
final class StartLog {

    static final StartLog OF_THIS_START = new StartLog();

    private @Nullable List<LogRecord> keptBack = new ArrayList<>();

    /** False once the start is over: then nothing is kept back any more. */
    synchronized boolean keepBack(LogRecord error) {
        return keptBack != null && keptBack.add(error);
    }

    /** Whether an error of this kind was kept back, at any depth. */
    synchronized boolean hasSeen(Class<? extends Throwable> kind) {
        return keptBack != null
                && keptBack.stream().anyMatch(error -> causes(error).anyMatch(kind::isInstance));
    }

    /** Ends the start and returns what was kept back. */
    synchronized List<LogRecord> end() {
        List<LogRecord> errors = keptBack == null ? List.of() : keptBack;
        keptBack = null;
        return errors;
    }

    private static Stream<Throwable> causes(LogRecord error) {
        return Stream.iterate(error.getThrown(), thrown -> thrown != null, Throwable::getCause);
    }
}
