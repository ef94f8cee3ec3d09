package org.tickcast.market.alert;

import java.time.Duration;
import java.time.Instant;

/**
 * The volumes of a stock's trades within a window of time, with their mean. They lie in a ring that widens while the
 * window fills, so that afterwards a trade makes nothing. Times count to the microsecond, as on the board.
 */
final class RecentVolumes {

    /** Most stocks never need more, and there may be thousands of them. */
    private static final int FIRST_TRADES = 32;

    private final long windowMicros;
    private final int maxTrades;
    private long[] volumes;
    private long[] atMicros;
    private int oldest;
    private int count;
    private long sum;

    RecentVolumes(Duration window, int maxTrades) {
        this.windowMicros = window.toNanos() / 1_000;
        this.maxTrades = maxTrades;
        this.volumes = new long[Math.min(FIRST_TRADES, maxTrades)];
        this.atMicros = new long[volumes.length];
    }

    void add(long volume, Instant at) {
        if (count == maxTrades) {
            forgetOldest();
        } else if (count == volumes.length) {
            widen();
        }
        long now = microseconds(at);
        int next = (oldest + count) % volumes.length;
        volumes[next] = volume;
        atMicros[next] = now;
        count++;
        sum += volume;
        while (isOutside(atMicros[oldest], now)) {
            forgetOldest();
        }
    }

    int count() {
        return count;
    }

    double mean() {
        return (double) sum / count;
    }

    /** After a clock has jumped back by more than the window, what was before is in the future, and as far away as the past. */
    private boolean isOutside(long trade, long now) {
        return Math.abs(now - trade) > windowMicros;
    }

    private void forgetOldest() {
        sum -= volumes[oldest];
        oldest = (oldest + 1) % volumes.length;
        count--;
    }

    /** Only a full ring needs it, so the oldest trade lies right behind the newest. */
    private void widen() {
        int width = Math.min(2 * count, maxTrades);
        volumes = fromOldest(volumes, width);
        atMicros = fromOldest(atMicros, width);
        oldest = 0;
    }

    private long[] fromOldest(long[] full, int width) {
        long[] wider = new long[width];
        System.arraycopy(full, oldest, wider, 0, full.length - oldest);
        System.arraycopy(full, 0, wider, full.length - oldest, oldest);
        return wider;
    }

    /** Events have years of four digits, so a number of 64 bits can count them. */
    private static long microseconds(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }
}
