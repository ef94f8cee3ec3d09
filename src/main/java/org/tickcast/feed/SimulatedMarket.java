package org.tickcast.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import org.tickcast.market.FuturesQuote;
import org.tickcast.market.FuturesTrade;
import org.tickcast.market.IndexValue;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.Symbol;
import org.tickcast.market.Watchlist;

/**
 * An invented market: thirty stocks that trade around the clock, two indices made of them, foreign investors and one
 * future. It moves in steps of simulated time, and everything that happens follows from the seed and the moment it
 * started: the same two give the same events, bit for bit, on any machine and any Java.
 *
 * <p>Threads: one at a time; it has none of its own.
 */
public final class SimulatedMarket {

    static final int MAX_EVENTS_PER_STEP = 256;

    private static final Duration STEP = Duration.ofMillis(50);
    private static final int MAX_TRADES_PER_STEP = 4;
    private static final int STEPS_PER_FOREIGN_REPORT = 5;
    private static final int STEPS_PER_FUTURES_TRADE = 10;
    private static final int STEPS_PER_INDEX = 20;

    private static final double VN30_YESTERDAY = 1_980.0;
    private static final double VNINDEX_YESTERDAY = 1_745.0;
    /** The wider market follows its thirty largest stocks, a little less nervously. */
    private static final double VNINDEX_FOLLOWS = 0.8;

    private static final double MOST_BASIS = 9;
    private static final double FUTURES_TICK_PER_POINT = 10;
    private static final int MAX_CONTRACTS_IN_A_TRADE = 20;

    private final List<SimulatedStock> stocks;
    private final Symbol contract;
    /** {@link Random} and no other generator: its numbers are part of its specification. */
    private final Random random;

    private Instant now;
    private long steps;
    private double mood;
    private double basis;

    public SimulatedMarket(long seed, Instant start) {
        this.random = new Random(seed);
        this.stocks = SimulatedStocks.listed(start, random);
        this.contract = frontMonth(start);
        this.now = start;
    }

    /** When the next step happens. */
    public Instant nextStep() {
        return now;
    }

    /** Lets the next step happen. */
    public void step(Consumer<MarketEvent> sink) {
        if (steps == 0) {
            stocks.forEach(stock -> stock.open(now, sink));
        }
        changeMood();
        tradeStocks(sink);
        if (steps % STEPS_PER_FOREIGN_REPORT == 0) {
            anyStock().reportForeign(now, sink);
        }
        if (steps % STEPS_PER_INDEX == 0) {
            reportIndices(sink);
        }
        if (steps % STEPS_PER_FUTURES_TRADE == 0) {
            tradeFutures(sink);
        }
        steps++;
        now = now.plus(STEP);
    }

    private void changeMood() {
        mood = 0.998 * mood + 0.06 * (random.nextDouble() - 0.5);
        mood = Math.max(-1, Math.min(1, mood));
    }

    private void tradeStocks(Consumer<MarketEvent> sink) {
        int trades = random.nextInt(MAX_TRADES_PER_STEP + 1);
        for (int i = 0; i < trades; i++) {
            activeStock().trade(mood, now, sink);
        }
    }

    private void reportIndices(Consumer<MarketEvent> sink) {
        sink.accept(index(Watchlist.VN30, VN30_YESTERDAY, vn30()));
        double followed = 1 + VNINDEX_FOLLOWS * (performance() - 1);
        sink.accept(index(Watchlist.VNINDEX, VNINDEX_YESTERDAY, points(VNINDEX_YESTERDAY * followed)));
    }

    private IndexValue index(Symbol index, double yesterday, double value) {
        int up = (int) stocks.stream().filter(stock -> stock.direction() > 0).count();
        int down = (int) stocks.stream().filter(stock -> stock.direction() < 0).count();
        long volume = stocks.stream().mapToLong(SimulatedStock::volume).sum();
        return new IndexValue(index, value, yesterday, volume, up, down, stocks.size() - up - down, now);
    }

    private void tradeFutures(Consumer<MarketEvent> sink) {
        basis = Math.max(-MOST_BASIS, Math.min(MOST_BASIS, 0.999 * basis + 0.8 * (random.nextDouble() - 0.5)));
        double price = onFuturesTick(vn30() + basis);
        double tick = 1 / FUTURES_TICK_PER_POINT;
        sink.accept(new FuturesQuote(contract, onFuturesTick(price - tick), onFuturesTick(price + tick), now));
        sink.accept(new FuturesTrade(
                contract, price, 1 + random.nextInt(MAX_CONTRACTS_IN_A_TRADE), onFuturesTick(VN30_YESTERDAY), now));
    }

    private double vn30() {
        return points(VN30_YESTERDAY * performance());
    }

    /** The thirty stocks together, by weight, as a multiple of their reference prices. */
    private double performance() {
        double weighted = 0;
        double weights = 0;
        for (SimulatedStock stock : stocks) {
            weighted += stock.weight() * stock.performance();
            weights += stock.weight();
        }
        return weighted / weights;
    }

    /** Two draws, and the heavier stock trades: the large ones trade more, the small ones now and then. */
    private SimulatedStock activeStock() {
        SimulatedStock one = anyStock();
        SimulatedStock other = anyStock();
        return one.weight() >= other.weight() ? one : other;
    }

    private SimulatedStock anyStock() {
        return stocks.get(random.nextInt(stocks.size()));
    }

    private static double points(double value) {
        return Math.rint(value * 100) / 100;
    }

    private static double onFuturesTick(double value) {
        return Math.rint(value * FUTURES_TICK_PER_POINT) / FUTURES_TICK_PER_POINT;
    }

    /** A contract ends on the third Thursday of its month; from then on the next month's is the one that trades. */
    private static Symbol frontMonth(Instant start) {
        LocalDate today = LocalDate.ofInstant(start, ZoneId.of("Asia/Ho_Chi_Minh"));
        LocalDate lastDay = today.with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.THURSDAY));
        LocalDate month = today.isAfter(lastDay) ? today.plusMonths(1) : today;
        return new Symbol(String.format(Locale.ROOT, "VN30F%02d%02d", month.getYear() % 100, month.getMonthValue()));
    }
}
