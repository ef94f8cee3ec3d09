package org.tickcast.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import org.tickcast.market.Depth;
import org.tickcast.market.ForeignFlow;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.PriceBand;
import org.tickcast.market.Quote;
import org.tickcast.market.Symbol;
import org.tickcast.market.TickSize;
import org.tickcast.market.Trade;
import org.tickcast.market.TradingSession;

/** One invented stock: its price wanders in ticks inside the day's band, drawn by the mood of the market and by its reference price. */
final class SimulatedStock {

    private static final long LOT = 100;
    private static final int LEVELS = 3;
    private static final int MAX_LOTS_IN_A_TRADE = 40;
    private static final int MAX_LOTS_AT_A_LEVEL = 900;
    private static final double MOVES = 0.45;
    private static final double WIDE_SPREAD = 0.08;
    private static final double FOREIGN_SHARE = 0.12;

    private final Symbol symbol;
    private final double weight;
    private final long room;
    private final PriceBand band;
    private final Random random;

    private long bid;
    private long last;
    private long volume;
    private long foreignBought;
    private long foreignSold;
    private long foreignBoughtValue;
    private long foreignSoldValue;

    SimulatedStock(Symbol symbol, long reference, double weight, long room, Instant start, Random random) {
        this.symbol = symbol;
        this.weight = weight;
        this.room = room;
        this.band =
                new PriceBand(symbol, reference, TickSize.ceilingFor(reference), TickSize.floorFor(reference), start);
        this.random = random;
        this.bid = reference;
        this.last = reference;
    }

    void open(Instant at, Consumer<MarketEvent> sink) {
        sink.accept(band);
        trade(0, at, sink);
        reportForeign(at, sink);
    }

    /** Quotes and trades once. The mood, from -1 to 1, makes buyers or sellers likelier. */
    void trade(double mood, Instant at, Consumer<MarketEvent> sink) {
        wander(mood);
        boolean wide = random.nextDouble() < WIDE_SPREAD && bid < TickSize.oneDown(band.ceiling());
        long inside = TickSize.oneUp(bid);
        long ask = wide ? TickSize.oneUp(inside) : inside;
        sink.accept(new Quote(symbol, levelsFrom(bid, TickSize::oneDown), levelsFrom(ask, TickSize::oneUp), at));

        boolean buyerAttacks = random.nextDouble() < 0.5 + 0.25 * mood;
        boolean between = wide && random.nextBoolean();
        last = between ? inside : buyerAttacks ? ask : bid;
        long shares = LOT * (1 + random.nextInt(MAX_LOTS_IN_A_TRADE));
        volume += shares;
        takePartForeign(shares, buyerAttacks);
        sink.accept(new Trade(symbol, last, shares, TradingSession.CONTINUOUS, at));
    }

    void reportForeign(Instant at, Consumer<MarketEvent> sink) {
        long free = Math.max(0, Math.min(room, room / 2 - foreignBought + foreignSold));
        sink.accept(new ForeignFlow(
                symbol, foreignBought, foreignSold, foreignBoughtValue, foreignSoldValue, room, free, at));
    }

    double weight() {
        return weight;
    }

    long volume() {
        return volume;
    }

    /** The price as a multiple of the reference price. */
    double performance() {
        return (double) last / band.reference();
    }

    int direction() {
        return Long.signum(last - band.reference());
    }

    private void wander(double mood) {
        if (random.nextDouble() >= MOVES) {
            return;
        }
        double homesick = (performance() - 1) * 4;
        long target = random.nextDouble() < 0.5 + 0.2 * mood - homesick ? TickSize.oneUp(bid) : TickSize.oneDown(bid);
        if (target >= band.floor() && target < band.ceiling()) {
            bid = target;
        }
    }

    private void takePartForeign(long shares, boolean buying) {
        if (random.nextDouble() >= FOREIGN_SHARE) {
            return;
        }
        if (buying) {
            foreignBought += shares;
            foreignBoughtValue += shares * last;
        } else {
            foreignSold += shares;
            foreignSoldValue += shares * last;
        }
    }

    private Depth levelsFrom(long best, LongUnaryOperator next) {
        List<Depth.Level> levels = new ArrayList<>(LEVELS);
        long price = best;
        while (levels.size() < LEVELS && band.contains(price)) {
            levels.add(new Depth.Level(price, LOT * (1 + random.nextInt(MAX_LOTS_AT_A_LEVEL))));
            price = next.applyAsLong(price);
        }
        return new Depth(levels);
    }
}
