package org.tickcast.feed;

import java.util.Random;
import org.tickcast.market.SessionPhase;

/** What all stocks have in common: how much goes on, how far the market has wandered, and whether it is in panic. */
final class MarketMood {

    /** A trading day has four hours and a quarter. */
    static final double SECONDS_PER_DAY = 15_300;

    private static final double MARKET_VOLATILITY_PER_DAY = 0.009;
    private static final double NEWS_OVERNIGHT = 0.003;
    /** The market comes home after some six hours, or the bands of a day would hold it no longer than a day. */
    private static final double HOMESICK_PER_SECOND = 1.0 / (6 * 60 * 60);

    private static final double PANIC_INTENSITY = 5;
    private static final double PANIC_CAUTION = 4;
    private static final double PANIC_LEANING = -0.25;
    private static final double LOST_WHEN_EXHAUSTED = 0.7;
    private static final double EXHAUSTED_CAUTION = 2;

    private final Scenario scenario;
    private final Random random;

    private Spell spell = Spell.USUAL;
    private long secondsTraded;
    private double fellOnEarlierDays;
    private double wandered;

    MarketMood(Scenario scenario, Random random) {
        this.scenario = scenario;
        this.random = random;
        this.wandered = NEWS_OVERNIGHT * random.nextGaussian();
    }

    /** Quiet and busy spells take turns. */
    private enum Spell {
        QUIET(0.55, 0.7, 240),
        USUAL(1, 1, 300),
        BURST(2.2, 1.8, 40);

        private final double intensity;
        private final double volatility;
        private final double secondsOnAverage;

        Spell(double intensity, double volatility, double secondsOnAverage) {
            this.intensity = intensity;
            this.volatility = volatility;
            this.secondsOnAverage = secondsOnAverage;
        }
    }

    /** What happened until now is in the reference prices. A fall happens once: the days after it are ordinary ones. */
    void dayBegins() {
        fellOnEarlierDays = scenario.fall().below(secondsTraded);
        wandered = NEWS_OVERNIGHT * random.nextGaussian();
    }

    /** A second in which orders are taken. A fall waits for continuous trading, so that there is something to see. */
    void secondPasses(SessionPhase phase) {
        secondsTraded += phase == SessionPhase.CONTINUOUS ? 1 : 0;
        if (random.nextDouble() < 1 / spell.secondsOnAverage) {
            spell = nextSpell();
        }
        wandered += wander(wandered, MARKET_VOLATILITY_PER_DAY);
    }

    /** How far something that has wandered so far goes in the next second. */
    double wander(double sofar, double volatilityPerDay) {
        double perSecond = volatilityPerDay / StrictMath.sqrt(SECONDS_PER_DAY);
        return perSecond * spell.volatility * scenario.nervousness() * random.nextGaussian()
                - HOMESICK_PER_SECOND * sofar;
    }

    /** How far the whole market is from its reference: 0.01 is one per cent above. */
    double move() {
        return wandered - (scenario.fall().below(secondsTraded) - fellOnEarlierDays);
    }

    /** How many orders come, as a multiple of the usual. */
    double intensity() {
        if (inPanic()) {
            return PANIC_INTENSITY;
        }
        return Math.max(scenario.leastIntensity(), spell.intensity) * (1 - LOST_WHEN_EXHAUSTED * exhaustion());
    }

    /** How many steps further away than usual people wait. */
    double caution() {
        if (inPanic()) {
            return PANIC_CAUTION;
        }
        return EXHAUSTED_CAUTION * exhaustion();
    }

    /** Added to the chance that somebody buys rather than sells. */
    double leaning() {
        return inPanic() ? PANIC_LEANING : 0;
    }

    private boolean inPanic() {
        return scenario.fall().isHappening(secondsTraded);
    }

    private double exhaustion() {
        return scenario.fall().exhaustion(secondsTraded);
    }

    private Spell nextSpell() {
        if (spell != Spell.USUAL) {
            return Spell.USUAL;
        }
        return random.nextBoolean() ? Spell.QUIET : Spell.BURST;
    }
}
