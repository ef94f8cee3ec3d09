package org.tickcast.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.security.cert.X509Certificate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** Writes a log record as one line, where the server's own formatter needs several and colours them. */
public final class LineFormatter extends Formatter {

    private static final String OUR_LOGGERS = "org.tickcast";
    private static final String CERTIFICATE_LOGGER = "javax.enterprise.system.security.ssl";
    /** Its lines are JSON and say themselves when it was. */
    private static final String AUDIT_LOGGER = "tickcast.audit";

    private static final String PAYARA_LOGGER = "PayaraMicro";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
    private static final Formatter WORDS = new SimpleFormatter();

    @Override
    public String format(LogRecord entry) {
        if (isNoise(entry) || (isServerError(entry) && StartLog.OF_THIS_START.keepBack(entry))) {
            return "";
        }
        return logger(entry).equals(AUDIT_LOGGER) ? entry.getMessage() + System.lineSeparator() : line(entry);
    }

    static String line(LogRecord entry) {
        StringWriter line = new StringWriter();
        line.append(TIME.format(entry.getInstant()))
                .append(String.format(" %-7s ", entry.getLevel().getName()))
                .append(WORDS.formatMessage(entry).strip())
                .append(System.lineSeparator());
        if (entry.getThrown() != null) {
            entry.getThrown().printStackTrace(new PrintWriter(line, true));
        }
        return line.toString();
    }

    private static boolean isServerError(LogRecord entry) {
        return !logger(entry).startsWith(OUR_LOGGERS)
                && (entry.getThrown() != null || entry.getLevel().intValue() >= Level.SEVERE.intValue());
    }

    private static boolean isNoise(LogRecord entry) {
        return isExpiredAuthority(entry) || isPayaraTalkingToItself(entry);
    }

    /** When it stops, the server sets its own logger to ALL, whatever the configuration says. */
    private static boolean isPayaraTalkingToItself(LogRecord entry) {
        return logger(entry).equals(PAYARA_LOGGER) && entry.getLevel().intValue() < Level.INFO.intValue();
    }

    /** The server's list of authorities has expired ones on it and it prints each in full. A certificate of one's own is no authority and is still warned about. */
    private static boolean isExpiredAuthority(LogRecord entry) {
        Object[] parameters = entry.getParameters();
        return logger(entry).equals(CERTIFICATE_LOGGER)
                && parameters != null
                && Arrays.stream(parameters)
                        .anyMatch(parameter -> parameter instanceof X509Certificate certificate
                                && certificate.getBasicConstraints() >= 0);
    }

    private static String logger(LogRecord entry) {
        return String.valueOf(entry.getLoggerName());
    }
}
