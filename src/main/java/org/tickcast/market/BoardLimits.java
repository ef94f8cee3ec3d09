package org.tickcast.market;

import java.time.Duration;

/**
 * How much history the board keeps of each index.
 *
 * @param intradayPoints how many points; beyond it the oldest goes
 * @param intradaySpacing how far apart; within it the newest value replaces the last point's
 */
public record BoardLimits(int intradayPoints, Duration intradaySpacing) {

    public BoardLimits {
        if (intradayPoints < 1) {
            throw new IllegalArgumentException("At least 1 intraday point, not " + intradayPoints);
        }
        if (intradaySpacing.isNegative() || intradaySpacing.isZero()) {
            throw new IllegalArgumentException("Intraday points must be some time apart, not " + intradaySpacing);
        }
    }
}
