package org.tickcast.cluster.redis;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Counts what was read from Redis and cannot be taken: written without our key, for another place, in another form, or
 * more than there is room for. The log says so at most once a minute.
 *
 * <p>Threads: any.
 */
final class Skipped {

    private static final System.Logger LOG = System.getLogger(Skipped.class.getName());
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final InstantSource clock;

    @GuardedBy("this") private long count;

    @GuardedBy("this") private Instant quietUntil = Instant.MIN;

    Skipped(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void one(String key) {
        count++;
        Instant now = clock.instant();
        if (!now.isBefore(quietUntil)) {
            quietUntil = now.plus(QUIET);
            LOG.log(
                    Level.WARNING,
                    "What was read from {0} is not as it has to be and is skipped; so far: {1}",
                    key,
                    count);
        }
    }

    synchronized long count() {
        return count;
    }
}
