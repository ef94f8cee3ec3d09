package org.tickcast.feed;

import java.time.Duration;

/**
 * How long a feed may be silent or away.
 *
 * @param staleAfter a feed that is silent for this long while its market is open is stale
 * @param firstRetry the least wait before a feed that failed is tried again
 * @param longestRetry the most; between them the wait doubles with each failure
 */
public record SupervisionLimits(Duration staleAfter, Duration firstRetry, Duration longestRetry) {

    public SupervisionLimits {
        if (staleAfter.isNegative() || staleAfter.isZero()) {
            throw new IllegalArgumentException("A feed needs some time before it is stale, not " + staleAfter);
        }
        if (firstRetry.isNegative() || firstRetry.isZero() || firstRetry.compareTo(longestRetry) > 0) {
            throw new IllegalArgumentException(
                    "Retries must slow down from above zero, not from " + firstRetry + " to " + longestRetry);
        }
    }
}
