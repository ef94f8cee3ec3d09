package org.tickcast.market.alert;

import java.time.Duration;
import java.time.Instant;
import org.tickcast.market.AmountWindow;

/**
 * The volumes of a stock's trades within a window of time, with their mean. Times count to the microsecond, as on the
 * board.
 */
final class RecentVolumes {

    private static final int FIRST_TRADES = 32;

    private final long windowMicros;
    private final AmountWindow volumes;

    RecentVolumes(Duration window, int maxTrades) {
        this.windowMicros = window.toNanos() / 1_000;
        this.volumes = new AmountWindow(FIRST_TRADES, maxTrades);
    }

    void add(long volume, Instant at) {
        long now = microseconds(at);
        volumes.add(volume, now);
        while (isOutside(volumes.oldestTime(), now)) {
            volumes.forgetOldest();
        }
    }

    int count() {
        return volumes.count();
    }

    double mean() {
        return (double) volumes.sum() / volumes.count();
    }

    /** After a clock has jumped back by more than the window, what was before is in the future, and as far away as the past. */
    private boolean isOutside(long trade, long now) {
        return Math.abs(now - trade) > windowMicros;
    }

    /** Events have years of four digits, so a number of 64 bits can count them. */
    private static long microseconds(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }
}
