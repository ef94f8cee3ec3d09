package org.tickcast.cluster;

import java.time.Duration;

/**
 * How much a {@link FeedLog} keeps, and how soon it is noticed that somebody is gone.
 *
 * @param lease who has not said for so long that it is there does not hold it any more
 * @param look how often each node looks who holds it; with the lease it is the longest that nobody does
 * @param mostEntries the log keeps so many, and then drops the oldest
 * @param longest entries older than this go, once a checkpoint has them
 * @param checkpoint how often the holder leaves one
 * @param mostEvents in one entry; what comes faster waits for the next
 * @param mostBytes of a checkpoint; a larger one is not left, and nobody can join until there is one again
 */
public record FeedLogLimits(
        Duration lease,
        Duration look,
        int mostEntries,
        Duration longest,
        Duration checkpoint,
        int mostEvents,
        int mostBytes) {

    /** Ten thousand entries are more than a minute, however busy the market is. */
    public static final FeedLogLimits DEFAULTS = new FeedLogLimits(
            Duration.ofSeconds(3),
            Duration.ofMillis(500),
            10_000,
            Duration.ofMinutes(5),
            Duration.ofSeconds(10),
            500,
            32 << 20);

    public FeedLogLimits {
        if (look.isNegative() || look.isZero() || lease.compareTo(look.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException(
                    "A lease of " + lease + " is too short for who looks every " + look + ": it needs two looks");
        }
        if (mostEntries < 2 || mostEvents < 1 || mostBytes < 1) {
            throw new IllegalArgumentException("There must be room for something in a log");
        }
    }
}
