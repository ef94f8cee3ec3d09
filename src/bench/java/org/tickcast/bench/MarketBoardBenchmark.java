package org.tickcast.bench;

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
import org.tickcast.market.MarketBoard;
import org.tickcast.market.MarketEvent;

/** How many events a second one thread applies to the board. Wanted: a million, and nothing made but the event. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xbatch")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class MarketBoardBenchmark {

    private static final int EVENTS = 300_000;

    /** A calm day has more reports of indices and foreign investors among its events, a busy one more orders. */
    @Param({"CALM", "BUSY"})
    Scenario scenario = Scenario.CALM;

    private MarketBoard board = RecordedDay.emptyBoard();
    private MarketEvent[] day = {};
    private int next;

    @Setup
    public void recordTheDay() {
        board = RecordedDay.emptyBoard();
        day = new RecordedDay(scenario, EVENTS).events();
    }

    @Benchmark
    public long apply() {
        board.apply(day[next]);
        next = next + 1 < day.length ? next + 1 : 0;
        return board.version();
    }
}
