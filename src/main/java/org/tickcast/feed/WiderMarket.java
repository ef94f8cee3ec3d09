package org.tickcast.feed;

import java.util.Random;

/** The stocks of the exchange outside the thirty, of which nothing is seen but their part in the market's index. */
final class WiderMarket {

    private static final int STOCKS = 350;
    /** A price that has moved less than this shows as unchanged. */
    private static final double HARDLY = 0.0025;

    private static final double FOLLOWS = 0.85;
    private static final double OWN_SPREAD = 0.014;
    private static final double OWN_KEPT = 0.98;
    private static final int STOCKS_REVIEWED_PER_SECOND = 7;
    private static final double LEAST_VOLUME = 0.7;
    private static final double MORE_VOLUME = 0.5;

    private final double[] own = new double[STOCKS];
    private final Random random;

    private int reviewed;
    private double follows;
    private double leading;
    private double yesterday;
    private long volume;
    private long volumeOfThirty;

    WiderMarket(Random random) {
        this.random = random;
        for (int i = 0; i < STOCKS; i++) {
            own[i] = OWN_SPREAD * random.nextGaussian();
        }
    }

    void dayBegins() {
        yesterday = follows;
        volume = 0;
        volumeOfThirty = 0;
    }

    /** What the thirty did, by how much they moved and how much they traded, goes through the others. */
    void secondPasses(double moveOfThirty, long volumeNow) {
        leading = 0.9995 * leading + 0.00004 * random.nextGaussian();
        follows = FOLLOWS * moveOfThirty + leading;
        for (int i = 0; i < STOCKS_REVIEWED_PER_SECOND; i++) {
            reviewed = (reviewed + 1) % STOCKS;
            own[reviewed] = OWN_KEPT * own[reviewed]
                    + OWN_SPREAD * StrictMath.sqrt(1 - OWN_KEPT * OWN_KEPT) * random.nextGaussian();
        }
        double share = LEAST_VOLUME + MORE_VOLUME * random.nextDouble();
        volume += (long) (share * (volumeNow - volumeOfThirty) / 100) * 100;
        volumeOfThirty = volumeNow;
    }

    /** How far they are from the prices of the first morning, all together. */
    double move() {
        return follows;
    }

    long volume() {
        return volume;
    }

    /** How many of them rose, or with -1 fell. Nothing has as long as nobody trades. */
    int moved(int direction) {
        if (volume == 0) {
            return 0;
        }
        int count = 0;
        for (double one : own) {
            count += direction * (follows - yesterday + one) > HARDLY ? 1 : 0;
        }
        return count;
    }

    int stocks() {
        return STOCKS;
    }
}
