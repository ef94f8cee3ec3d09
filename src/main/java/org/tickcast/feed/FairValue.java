package org.tickcast.feed;

import java.util.Random;

/** What a stock is worth: it goes with the market, more or less eagerly, and a little its own way. */
final class FairValue {

    private static final double OWN_VOLATILITY_PER_DAY = 0.0105;
    private static final double OWN_NEWS_OVERNIGHT = 0.004;
    /** So much of the way back to where it was listed a stock goes overnight, or in some years it would be anywhere. */
    private static final double HOMESICK_OVERNIGHT = 0.01;

    private static final double LEAST_EAGERNESS = 0.7;
    private static final double MOST_EAGERNESS = 1.3;

    private final long listedAt;
    private final double eagerness;
    private final Random random;
    private long reference;
    /** It starts with what became known overnight. */
    private double own;

    FairValue(long reference, Random random) {
        this.listedAt = reference;
        this.reference = reference;
        this.random = random;
        this.eagerness = LEAST_EAGERNESS + (MOST_EAGERNESS - LEAST_EAGERNESS) * random.nextDouble();
        this.own = OWN_NEWS_OVERNIGHT * random.nextGaussian();
    }

    /** Where it closed is where it begins, but for what becomes known overnight. */
    void dayBegins(long newReference) {
        reference = newReference;
        double strayed = StrictMath.log((double) newReference / listedAt);
        own = OWN_NEWS_OVERNIGHT * random.nextGaussian() - HOMESICK_OVERNIGHT * strayed;
    }

    void secondPasses(MarketMood mood) {
        own += mood.wander(own, OWN_VOLATILITY_PER_DAY);
    }

    /** In VND, between steps, and outside the day's band when news is bad enough. */
    double price(MarketMood mood) {
        return reference * (1 + eagerness * mood.move() + own);
    }
}
