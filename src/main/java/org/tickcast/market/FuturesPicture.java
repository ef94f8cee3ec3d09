package org.tickcast.market;

import java.time.Instant;

/**
 * The futures contract that trades most, in points, beside the index it is written on.
 *
 * @param spot the VN30, or 0 while unknown
 */
public record FuturesPicture(
        Symbol contract,
        double last,
        double reference,
        long volume,
        double bid,
        double ask,
        double spot,
        Instant lastUpdated) {

    public double change() {
        return last - reference;
    }

    public double changePercent() {
        return 100 * change() / reference;
    }

    /** By how much the future stands above the index. */
    public double basis() {
        return spot > 0 ? last - spot : 0;
    }

    public double basisPercent() {
        return spot > 0 ? 100 * basis() / spot : 0;
    }

    public boolean isPremium() {
        return basis() > 0;
    }
}
