package org.tickcast.cluster.redis;

import java.time.Duration;

/**
 * How long nodes wait for each other's numbers.
 *
 * @param lease who has not said for so long that it is there has nothing any more
 * @param renew how often a node says that it is there
 * @param patience how long somebody waits who wants to take something; whoever comes while answers take longer does not wait
 * @param prompt so many answers in a row have to be in time before somebody waits again
 * @param batch numbers that are said at once
 */
public record TallyLimits(Duration lease, Duration renew, Duration patience, int prompt, int batch) {

    public static final TallyLimits DEFAULTS =
            new TallyLimits(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMillis(500), 5, 500);

    public TallyLimits {
        if (renew.isNegative() || renew.isZero() || lease.compareTo(renew.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException(
                    "A lease of " + lease + " is too short for who renews it every " + renew + ": it needs two times");
        }
        if (patience.isNegative() || patience.isZero() || prompt < 1 || batch < 1) {
            throw new IllegalArgumentException("Somebody has to wait for something");
        }
    }
}
