package org.tickcast.feed;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: twice as long after each failure, up to a limit, and never exactly as long as
 * others wait, so that many who lost the same server do not all come back at once.
 *
 * <p>Threads: one at a time.
 */
final class RetryDelay {

    private final long firstNanos;
    private final long longestNanos;
    private final RandomGenerator random;
    private long upTo;

    RetryDelay(SupervisionLimits limits, RandomGenerator random) {
        this.firstNanos = limits.firstRetry().toNanos();
        this.longestNanos = limits.longestRetry().toNanos();
        this.random = random;
        this.upTo = firstNanos;
    }

    /** From the upper half of what is allowed now. */
    Duration next() {
        upTo = upTo > longestNanos / 2 ? longestNanos : 2 * upTo;
        long least = Math.max(firstNanos, upTo / 2);
        return Duration.ofNanos(least + (long) (random.nextDouble() * (upTo - least)));
    }

    void startOver() {
        upTo = firstNanos;
    }
}
