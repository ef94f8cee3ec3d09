package org.tickcast.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.tickcast.market.DailyReset;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.SessionPhase;
import org.tickcast.market.TradingBoard;

/**
 * An invented exchange: thirty stocks with their order books, two indices, foreign investors and one future. It moves
 * in steps of simulated time, and everything that happens follows from the settings and the moment it started: the same
 * two give the same events, bit for bit, on any machine and any Java.
 *
 * <p>Its days end at a time of day, with a {@link DailyReset}. The next one begins as soon as the exchange is not closed,
 * which is at midnight before a trading day, or at once where it never closes: the prices of the evening are its reference
 * prices, and all that is counted is counted anew.
 *
 * <p>Threads: one at a time; it has none of its own.
 */
public final class SimulatedMarket {

    /**
     * At most 200 orders of three events each, and what the exchange itself may say of thirty stocks in one step: three
     * times each when a phase ends, five times when a day begins.
     */
    static final int MAX_EVENTS_PER_STEP = 900;

    private static final int MAX_ORDERS_PER_STEP = 200;

    private static final Duration STEP = Duration.ofMillis(10);
    private static final int STEPS_PER_SECOND = 100;
    private static final int STEPS_PER_TENTH = 10;
    private static final int STEPS_PER_FOREIGN_REPORT = 20;

    /** How many orders come in an auction, as a part of what comes at such an hour. */
    private static final double IN_THE_OPENING = 0.2;

    private static final double IN_THE_CLOSING = 0.5;

    /** Less heavy stocks trade less, but not as much less as their weight says. */
    private static final double EVERY_STOCK_COUNTS = 12;

    private final SimulationSettings settings;
    private final List<SimulatedStock> stocks;
    private final SimulatedIndices indices;
    private final SimulatedFuture future;
    private final MarketMood mood;
    private final MarketDay day;
    /** {@link Random} and no other generator: its numbers are part of its specification. */
    private final Random random;

    private final double chances;

    private Instant now;
    private long steps;
    private double untilNextOrder;
    private double activity;
    private SessionPhase stockPhase;
    private SessionPhase futurePhase;

    public SimulatedMarket(SimulationSettings settings, Instant start) {
        this.settings = settings;
        this.now = start;
        this.day = new MarketDay(settings, start);
        this.random = new Random(settings.seed());
        this.stocks = SimulatedStocks.listed(start, random);
        this.indices = new SimulatedIndices(stocks, random);
        this.future = new SimulatedFuture(day.frontMonth(), random);
        this.mood = new MarketMood(settings.scenario(), random);
        this.chances = indices.weights() + EVERY_STOCK_COUNTS * stocks.size();
        this.stockPhase = settings.hours().phase(TradingBoard.HOSE, start);
        this.futurePhase = settings.hours().phase(TradingBoard.DERIVATIVES, start);
    }

    /** An ordinary market that always trades. */
    public SimulatedMarket(long seed, Instant start) {
        this(SimulationSettings.ofSeed(seed), start);
    }

    /** When the next step happens. */
    public Instant nextStep() {
        return now;
    }

    /** Lets the next step happen. */
    public void step(Consumer<MarketEvent> sink) {
        if (steps == 0) {
            open(sink);
        }
        if (steps % STEPS_PER_TENTH == 0) {
            changePhase(sink);
            changeDay(sink);
        }
        if (steps % STEPS_PER_SECOND == 0) {
            secondPasses(sink);
        }
        if (takesOrders()) {
            takeOrders(sink);
            reportForeign(sink);
        }
        if (futurePhase == SessionPhase.CONTINUOUS && steps % STEPS_PER_TENTH == 0) {
            future.tenthPasses(indices.vn30(), activity, now, sink);
        }
        steps++;
        now = now.plus(STEP);
    }

    private void open(Consumer<MarketEvent> sink) {
        stocks.forEach(stock -> stock.open(stockPhase, mood, now, sink));
        indices.report(now, sink);
        if (futurePhase == SessionPhase.CONTINUOUS) {
            future.trade(indices.vn30(), 1, now, sink);
        }
    }

    private void changePhase(Consumer<MarketEvent> sink) {
        SessionPhase nextOfFuture = settings.hours().phase(TradingBoard.DERIVATIVES, now);
        if (nextOfFuture != futurePhase && futurePhase.session().isAuction()) {
            future.auction(indices.vn30(), now, sink);
        }
        futurePhase = nextOfFuture;

        SessionPhase next = settings.hours().phase(TradingBoard.HOSE, now);
        if (next != stockPhase) {
            stocks.forEach(stock -> stock.phaseEnds(stockPhase, next, mood, now, sink));
            stockPhase = next;
            if (!day.isOver()) {
                indices.report(now, sink);
            }
        }
    }

    private void changeDay(Consumer<MarketEvent> sink) {
        if (day.endsAt(now)) {
            sink.accept(new DailyReset(now));
        }
        if (day.beginsAt(now, stockPhase)) {
            indices.dayBegins();
            future.dayBegins(day.frontMonth(), indices.vn30());
            stocks.forEach(stock -> stock.dayBegins(now, sink));
            mood.dayBegins();
            open(sink);
        }
    }

    private void secondPasses(Consumer<MarketEvent> sink) {
        if (!takesOrders()) {
            return;
        }
        mood.secondPasses(stockPhase);
        stocks.forEach(stock -> stock.secondPasses(mood));
        indices.secondPasses();
        future.secondPasses(mood);
        activity = mood.intensity() * settings.hours().activity(now);
        if (steps > 0) {
            indices.report(now, sink);
        }
    }

    private boolean takesOrders() {
        return stockPhase.matchesOrders();
    }

    /** Orders come independently of each other. An exchange turns away what is more than it can carry. */
    private void takeOrders(Consumer<MarketEvent> sink) {
        untilNextOrder -= settings.scenario().ordersPerSecond() * activity * patience() / STEPS_PER_SECOND;
        for (int orders = 0; untilNextOrder <= 0 && orders < MAX_ORDERS_PER_STEP; orders++) {
            someStock().order(stockPhase, mood, now, sink);
            untilNextOrder -= StrictMath.log(1 - random.nextDouble());
        }
        untilNextOrder = Math.max(0, untilNextOrder);
    }

    /** Most people wait until they can see prices. */
    private double patience() {
        if (!stockPhase.session().isAuction()) {
            return 1;
        }
        return stockPhase == SessionPhase.ATO ? IN_THE_OPENING : IN_THE_CLOSING;
    }

    private void reportForeign(Consumer<MarketEvent> sink) {
        if (steps % STEPS_PER_FOREIGN_REPORT == 0) {
            int turn = (int) (steps / STEPS_PER_FOREIGN_REPORT % stocks.size());
            stocks.get(turn).reportForeign(now, sink);
        }
    }

    private SimulatedStock someStock() {
        double drawn = random.nextDouble() * chances;
        for (SimulatedStock stock : stocks) {
            drawn -= chance(stock);
            if (drawn < 0) {
                return stock;
            }
        }
        return stocks.get(0);
    }

    private static double chance(SimulatedStock stock) {
        return stock.weight() + EVERY_STOCK_COUNTS;
    }
}
