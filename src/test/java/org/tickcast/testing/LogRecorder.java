package org.tickcast.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Listens to what one class logs, and keeps it from the console meanwhile. */
public final class LogRecorder extends Handler implements AutoCloseable {

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final Logger logger;

    public LogRecorder(Class<?> logging) {
        this(logging.getName());
    }

    /** The same for a logger that is named after no class. */
    public LogRecorder(String name) {
        logger = Logger.getLogger(name);
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    public List<LogRecord> records() {
        return List.copyOf(records);
    }

    /** Each record as {@code LEVEL text}. */
    public List<String> lines() {
        SimpleFormatter words = new SimpleFormatter();
        return records.stream()
                .map(entry -> entry.getLevel().getName() + " " + words.formatMessage(entry))
                .toList();
    }

    @Override
    public void publish(LogRecord entry) {
        records.add(entry);
    }

    @Override
    public void flush() {
        // Nothing waits anywhere.
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }
}
