package org.tickcast.ops;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.wire.CloseCode;

/**
 * Says how much our loggers tell, has them tell more or less while the server runs, and has that put on record. Others,
 * and the audit log, are not an operator's to turn here. What was changed ends with the application.
 *
 * <p>Threads: any.
 */
public final class LoggerDesk implements AutoCloseable {

    /** Loggers that are changed at a time. A change for all below a name is one. */
    static final int MOST_CHANGED = 100;

    /** What takes a change back. */
    static final String AS_BEFORE = "DEFAULT";

    private static final System.Logger LOG = System.getLogger(LoggerDesk.class.getName());
    private static final Pattern OURS = Pattern.compile("org\\.tickcast(\\.\\w{1,64}){0,8}");
    private static final Set<String> LEVELS =
            Set.of("OFF", "SEVERE", "WARNING", "INFO", "CONFIG", "FINE", "FINER", "FINEST", "ALL");

    private final OperatorListener listener;

    /** By name. The JDK would forget a logger that nobody holds, and its level with it. */
    @GuardedBy("this") private final Map<String, Change> changes = new HashMap<>();

    public LoggerDesk(OperatorListener listener) {
        this.listener = listener;
    }

    synchronized Answer state(String name) {
        return isOurs(name) ? stateOf(Logger.getLogger(name)) : new Answer.Refused(CloseCode.NO_SUCH_PATH);
    }

    /** Does what was written: {@code {"level":"FINE"}}, or DEFAULT for what it was. */
    synchronized Answer take(String name, byte[] written, ClientIdentity operator) {
        if (!isOurs(name)) {
            return new Answer.Refused(CloseCode.NO_SUCH_PATH);
        }
        OnlyMember member = OnlyMember.read(written);
        String level = member != null && member.name().equals("level") ? member.text() : "";
        if (!LEVELS.contains(level) && !level.equals(AS_BEFORE)) {
            return new Answer.Refused(CloseCode.BAD_PARAMETER);
        }
        if (!mayChange(name)) {
            return new Answer.Refused(CloseCode.BUSY);
        }
        change(name, level);
        listener.loggerSet(operator, name, level);
        LOG.log(System.Logger.Level.INFO, "The level of {0} and what is below is {1} now", name, level);
        return stateOf(Logger.getLogger(name));
    }

    @GuardedBy("this") private boolean mayChange(String name) {
        return changes.containsKey(name) || changes.size() < MOST_CHANGED;
    }

    @GuardedBy("this") private void change(String name, String level) {
        Change before = changes.remove(name);
        if (before != null) {
            before.takeBack();
        }
        if (!level.equals(AS_BEFORE)) {
            changes.put(name, Change.of(Logger.getLogger(name), Level.parse(level)));
        }
    }

    private static boolean isOurs(String name) {
        return OURS.matcher(name).matches();
    }

    private static Answer stateOf(Logger logger) {
        Logger speaking = logger;
        while (speaking.getLevel() == null && speaking.getParent() != null) {
            speaking = speaking.getParent();
        }
        Level own = logger.getLevel();
        Level effective = Objects.requireNonNullElse(speaking.getLevel(), Level.INFO);
        return new Answer.Tells(logger.getName(), own == null ? null : own.getName(), effective.getName());
    }

    /** Takes all changes back: the loggers are the server's, and outlive the application. */
    @Override
    public synchronized void close() {
        changes.values().forEach(Change::takeBack);
        changes.clear();
    }

    /** @param before its own level; null when it had none, and that of the nearest name above counted */
    private record Change(Logger logger, @Nullable Level before) {

        static Change of(Logger logger, Level level) {
            Change change = new Change(logger, logger.getLevel());
            logger.setLevel(level);
            return change;
        }

        void takeBack() {
            logger.setLevel(before);
        }
    }

    sealed interface Answer {

        /**
         * @param level its own; null when it has none
         * @param effective which counts, its own or that of the nearest name above
         */
        record Tells(String name, @Nullable String level, String effective) implements Answer {}

        /** Nothing was changed. */
        record Refused(CloseCode reason) implements Answer {}
    }
}
