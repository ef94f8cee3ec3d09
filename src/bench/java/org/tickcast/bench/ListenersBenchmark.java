package org.tickcast.bench;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tickcast.feed.Scenario;
import org.tickcast.market.BasisTrend;
import org.tickcast.market.BoardLimits;
import org.tickcast.market.BoardListener;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.PriceBand;
import org.tickcast.market.Symbol;
import org.tickcast.market.Trade;
import org.tickcast.market.Watchlist;
import org.tickcast.market.alert.Alert;
import org.tickcast.market.alert.AlertDesk;
import org.tickcast.market.alert.AlertLimits;

/** What an event costs a board to which the alerts and the history of the basis listen, as in the gateway. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xbatch")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ListenersBenchmark {

    private static final int EVENTS = 300_000;

    /** Every price is at its ceiling. */
    private static final PriceBand LOW = new PriceBand(new Symbol("FPT"), 2, 3, 1, RecordedDay.BEGINNING);

    /** In a crash many stocks trade at their floor, and each of these trades is worth an alert that was just told. */
    @Param({"CALM", "BUSY", "CRASH"})
    Scenario scenario = Scenario.CALM;

    private AlertDesk desk = desk();
    private MarketBoard board = heardBy(desk);
    private MarketEvent[] day = {};
    private Trade[] trades = {};
    private int nextEvent;
    private int nextTrade;

    @Setup
    public void recordTheDay() {
        desk = desk();
        board = heardBy(desk);
        day = new RecordedDay(scenario, EVENTS).events();
        trades = List.of(day).stream()
                .filter(event -> event instanceof Trade)
                .map(event -> (Trade) event)
                .toArray(Trade[]::new);
    }

    @Benchmark
    public List<Alert> apply() {
        board.apply(day[nextEvent]);
        nextEvent = nextEvent + 1 < day.length ? nextEvent + 1 : 0;
        return desk.takeNew();
    }

    /** The desk alone, without bands: what each trade costs it. */
    @Benchmark
    public List<Alert> trade() {
        desk.traded(trades[nextTrade], null);
        if (++nextTrade == trades.length) {
            nextTrade = 0;
            desk.dayEnded();
        }
        return desk.takeNew();
    }

    /** The same at the end of the stock's band: worth an alert, but one that has just been told. */
    @Benchmark
    public List<Alert> tradeAtTheCeiling() {
        desk.traded(trades[nextTrade], LOW);
        if (++nextTrade == trades.length) {
            nextTrade = 0;
            desk.dayEnded();
        }
        return desk.takeNew();
    }

    private static AlertDesk desk() {
        return new AlertDesk(AlertLimits.DEFAULTS, new Random(1));
    }

    private static MarketBoard heardBy(AlertDesk desk) {
        return new MarketBoard(
                "benchmark",
                Watchlist.vn30(),
                new BoardLimits(60, Duration.ofSeconds(15)),
                BoardListener.all(List.of(desk, new BasisTrend())));
    }
}
