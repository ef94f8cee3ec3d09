package org.tickcast.cluster.redis;

import java.time.Duration;

/**
 * How long to wait for Redis, and how much is kept for it and in it.
 *
 * @param timeout within which a call or a new connection has to succeed; beyond it Redis is away
 * @param retry how long after a failure to try again
 * @param waitingCalls calls of one connection that have no answer yet; beyond it Redis is away
 * @param waitingMessages messages that others have not heard, because Redis is away; beyond it they never hear the oldest
 * @param logEntries entries of a topic that Redis keeps, about; older ones are in the snapshot
 * @param snapshotEntries entries after which a topic's snapshot is written anew
 * @param batch messages that go into one entry
 */
public record RedisLimits(
        Duration timeout,
        Duration retry,
        int waitingCalls,
        int waitingMessages,
        int logEntries,
        int snapshotEntries,
        int batch) {

    public static final RedisLimits DEFAULTS =
            new RedisLimits(Duration.ofSeconds(2), Duration.ofMillis(500), 10_000, 10_000, 10_000, 1_000, 100);

    public RedisLimits {
        if (timeout.isNegative() || timeout.isZero() || retry.isNegative() || retry.isZero()) {
            throw new IllegalArgumentException("Redis is waited for " + timeout + " and tried again after " + retry);
        }
        if (Math.min(Math.min(waitingCalls, waitingMessages), Math.min(snapshotEntries, batch)) < 1) {
            throw new IllegalArgumentException("There has to be room for one call, message and entry");
        }
        if (logEntries < 2 * snapshotEntries) {
            throw new IllegalArgumentException(
                    "A log of " + logEntries + " entries could lose some before a snapshot has them");
        }
    }
}
