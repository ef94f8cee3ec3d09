package org.tickcast.market.alert;

import java.time.Duration;

/**
 * From when on something is worth an alert, and how much is remembered to tell.
 *
 * @param maxSymbols how many symbols each rule follows; whatever else a feed names is not watched
 */
public record AlertLimits(int maxSymbols, VolumeSpike volumeSpike, ForeignAcceleration foreign, Book book) {

    /** The thresholds of seed 0, for more stocks than HOSE, HNX and UPCOM list. */
    public static final AlertLimits DEFAULTS = new AlertLimits(
            2_000,
            new VolumeSpike(3.0, Duration.ofMinutes(20), 10, 1_200),
            new ForeignAcceleration(0.30, Duration.ofMinutes(5), 1_000_000_000, 600),
            new Book(Duration.ofSeconds(60), 500));

    public AlertLimits {
        atLeast(1, "symbol to watch", maxSymbols);
    }

    /**
     * When one trade is large.
     *
     * @param ratio how many times the mean of the window it must exceed, the trade itself included in the mean
     * @param window how far back the mean reaches
     * @param minTrades how many trades the mean needs to mean anything
     * @param maxTrades how many it is made of at most; beyond it the oldest goes
     */
    public record VolumeSpike(double ratio, Duration window, int minTrades, int maxTrades) {

        public VolumeSpike {
            finiteAndPositive("volume ratio", ratio);
            positive("volume window", window);
            atLeast(1, "trade for a mean", minTrades);
            atLeast(minTrades, "trades to keep", maxTrades);
        }
    }

    /**
     * When the foreign net value moves fast.
     *
     * @param change by which part of its earlier size it must have changed
     * @param lookback how long ago earlier is
     * @param minValue how large it must have been then, in VND, either way
     * @param maxPoints in how many steps the time since is remembered
     */
    public record ForeignAcceleration(double change, Duration lookback, long minValue, int maxPoints) {

        public ForeignAcceleration {
            finiteAndPositive("foreign change", change);
            positive("foreign lookback", lookback);
            if (minValue < 1) {
                throw new IllegalArgumentException("A change is relative to at least 1 VND, not " + minValue);
            }
            atLeast(1, "point to remember", maxPoints);
        }

        /** How far apart the points are, so that they reach back far enough however often the feed reports. */
        Duration spacing() {
            return lookback.dividedBy(maxPoints);
        }
    }

    /**
     * What the book keeps.
     *
     * @param quiet how long the same is not said again of the same symbol
     * @param capacity how many alerts are kept; beyond it the oldest goes
     */
    public record Book(Duration quiet, int capacity) {

        public Book {
            if (quiet.isNegative()) {
                throw new IllegalArgumentException("Alerts cannot be quiet for " + quiet);
            }
            atLeast(1, "alert to keep", capacity);
        }
    }

    private static void atLeast(int least, String what, int value) {
        if (value < least) {
            throw new IllegalArgumentException("At least " + least + " " + what + ", not " + value);
        }
    }

    private static void finiteAndPositive(String what, double value) {
        if (!(value > 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("The " + what + " must be above 0, was " + value);
        }
    }

    private static void positive(String what, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("The " + what + " must be above 0, was " + value);
        }
    }
}
