package org.tickcast.feed;

import java.util.Random;

/** What a stock is worth: it goes with the market, more or less eagerly, and a little its own way. */
final class FairValue {

    private static final double OWN_VOLATILITY_PER_DAY = 0.0105;
    private static final double OWN_NEWS_OVERNIGHT = 0.004;
    private static final double LEAST_EAGERNESS = 0.7;
    private static final double MOST_EAGERNESS = 1.3;

    private final long reference;
    private final double eagerness;
    /** It starts with what became known overnight. */
    private double own;

    FairValue(long reference, Random random) {
        this.reference = reference;
        this.eagerness = LEAST_EAGERNESS + (MOST_EAGERNESS - LEAST_EAGERNESS) * random.nextDouble();
        this.own = OWN_NEWS_OVERNIGHT * random.nextGaussian();
    }

    void secondPasses(MarketMood mood) {
        own += mood.wander(own, OWN_VOLATILITY_PER_DAY);
    }

    /** In VND, between steps, and outside the day's band when news is bad enough. */
    double price(MarketMood mood) {
        return reference * (1 + eagerness * mood.move() + own);
    }
}
