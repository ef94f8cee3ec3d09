package org.tickcast.admission.rate;

import java.time.Duration;

/**
 * When patience ends.
 *
 * @param most the breach that is answered by closing
 * @param within in what time so many have to happen for that
 */
public record BreachLimits(int most, Duration within) {

    private static final int HIGHEST = 1000;

    public BreachLimits {
        if (most < 1 || most > HIGHEST) {
            throw new IllegalArgumentException("Closing after 1 to " + HIGHEST + " breaches, not " + most);
        }
        if (within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException("Breaches are counted over some time, not " + within);
        }
    }
}
