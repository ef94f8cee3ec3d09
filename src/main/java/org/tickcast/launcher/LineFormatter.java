package org.tickcast.launcher;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** Writes a log record as one line, where the server's own formatter needs several and colours them; what only disturbs it leaves out. */
public final class LineFormatter extends Formatter {

    private static final String OUR_LOGGERS = "org.tickcast";
    private static final String CERTIFICATE_LOGGER = "javax.enterprise.system.security.ssl";
    /** Its lines are JSON and say themselves when it was. */
    private static final String AUDIT_LOGGER = "tickcast.audit";

    private static final String PAYARA_LOGGER = "PayaraMicro";

    private final LogForm form;

    /** For the server, which makes one for each of its handlers. */
    public LineFormatter() {
        this(LogForm.OF_THIS_START);
    }

    LineFormatter(LogForm form) {
        this.form = form;
    }

    @Override
    public String format(LogRecord entry) {
        if (isNoise(entry) || (isServerError(entry) && StartLog.OF_THIS_START.keepBack(entry))) {
            return "";
        }
        return logger(entry).equals(AUDIT_LOGGER) ? entry.getMessage() + System.lineSeparator() : form.line(entry);
    }

    private static boolean isServerError(LogRecord entry) {
        return isOfServer(entry)
                && (entry.getThrown() != null || entry.getLevel().intValue() >= Level.SEVERE.intValue());
    }

    private static boolean isNoise(LogRecord entry) {
        return isExpiredAuthority(entry) || isPayaraTalkingToItself(entry) || isEndOfServer(entry);
    }

    /** The server deletes its own files while it stops, and complains at length when it misses them. */
    private static boolean isEndOfServer(LogRecord entry) {
        return isOfServer(entry) && LogToTheEnd.isEnding();
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

    private static boolean isOfServer(LogRecord entry) {
        return !logger(entry).startsWith(OUR_LOGGERS) && !logger(entry).equals(AUDIT_LOGGER);
    }

    private static String logger(LogRecord entry) {
        return String.valueOf(entry.getLoggerName());
    }
}
