package org.tickcast.feed;

import java.time.Instant;
import java.util.Random;
import java.util.function.Consumer;
import org.tickcast.market.FuturesQuote;
import org.tickcast.market.FuturesTrade;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.Symbol;

/** The future on the thirty stocks that most trade: it follows their index at a distance, the basis, that wanders. */
final class SimulatedFuture {

    private static final double TICKS_PER_POINT = 10;
    private static final double BAND = 0.07;
    private static final double BASIS_KEPT = 0.999;
    private static final double BASIS_NEWS = 0.12;
    private static final double MOST_BASIS = 15;
    /** In a fall the future is sold first: so far below the index it is drawn for each step of caution. */
    private static final double BASIS_OF_CAUTION = -3;

    private static final double TRADES_PER_TENTH = 0.3;
    private static final double WIDER_QUOTE = 0.3;
    private static final int MOST_CONTRACTS = 20;
    private static final int CONTRACTS_IN_AN_AUCTION = 2_000;

    private final Random random;
    private Symbol contract;
    private double reference = SimulatedIndices.VN30_AT_FIRST;
    private double last = reference;
    private double basis;

    SimulatedFuture(Symbol contract, Random random) {
        this.contract = contract;
        this.random = random;
    }

    /** It is measured by where it closed. A contract that is new in front has not closed yet: then by where the index did. */
    void dayBegins(Symbol inFront, double vn30) {
        reference = inFront.equals(contract) ? last : points(Math.round(vn30 * TICKS_PER_POINT));
        contract = inFront;
        last = reference;
    }

    void secondPasses(MarketMood mood) {
        double home = BASIS_OF_CAUTION * mood.caution();
        basis = home + BASIS_KEPT * (basis - home) + BASIS_NEWS * random.nextGaussian();
        basis = Math.max(-MOST_BASIS, Math.min(MOST_BASIS, basis));
    }

    /** A tenth of a second, in which now and then somebody trades. */
    void tenthPasses(double vn30, double activity, Instant at, Consumer<MarketEvent> sink) {
        if (random.nextDouble() < TRADES_PER_TENTH * activity) {
            trade(vn30, 1 + random.nextInt(MOST_CONTRACTS), at, sink);
        }
    }

    /** All contracts of an auction at one price. */
    void auction(double vn30, Instant at, Consumer<MarketEvent> sink) {
        trade(vn30, CONTRACTS_IN_AN_AUCTION + random.nextInt(CONTRACTS_IN_AN_AUCTION), at, sink);
    }

    void trade(double vn30, int contracts, Instant at, Consumer<MarketEvent> sink) {
        long bid = inBand(Math.round((vn30 + basis) * TICKS_PER_POINT));
        long ask = inBand(bid + (random.nextDouble() < WIDER_QUOTE ? 2 : 1));
        sink.accept(new FuturesQuote(contract, points(bid), points(ask), at));
        last = points(random.nextBoolean() ? ask : bid);
        sink.accept(new FuturesTrade(contract, last, contracts, reference, at));
    }

    private long inBand(long ticks) {
        double middle = reference * TICKS_PER_POINT;
        long lowest = (long) Math.ceil(middle * (1 - BAND));
        long highest = (long) Math.floor(middle * (1 + BAND));
        return Math.max(lowest, Math.min(highest, ticks));
    }

    private static double points(long ticks) {
        return ticks / TICKS_PER_POINT;
    }
}
