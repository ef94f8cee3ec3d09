package org.tickcast.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/** How a log record is written: for a person, or for a program that collects what many servers say. */
enum LogForm {
    TEXT {
        @Override
        String line(LogRecord entry) {
            return TIME.format(entry.getInstant())
                    + String.format(" %-7s ", entry.getLevel().getName())
                    + WORDS.formatMessage(entry).strip()
                    + System.lineSeparator()
                    + stackTrace(entry.getThrown());
        }
    },
    JSON {
        @Override
        String line(LogRecord entry) {
            JsonLine line = new JsonLine()
                    .text("at", entry.getInstant().toString())
                    .text("level", entry.getLevel().getName())
                    .text("logger", String.valueOf(entry.getLoggerName()))
                    .text("message", WORDS.formatMessage(entry).strip());
            if (entry.getThrown() != null) {
                line.text("error", stackTrace(entry.getThrown()));
            }
            return line.end() + System.lineSeparator();
        }
    };

    /** What is set and is no form ends the start with a complaint of the application, which is printed as text. */
    static final LogForm OF_THIS_START = of(System.getProperties(), System.getenv());

    private static final Formatter WORDS = new SimpleFormatter();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    static LogForm of(Properties system, Map<String, String> environment) {
        String set = Setting.read("tickcast.log.format", List.of("TICKCAST_LOG_FORMAT"), system, environment);
        return "json".equals(set) ? JSON : TEXT;
    }

    /** The record with the end of its line; as text with the stack trace on lines of its own. */
    abstract String line(LogRecord entry);

    private static String stackTrace(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }
}
