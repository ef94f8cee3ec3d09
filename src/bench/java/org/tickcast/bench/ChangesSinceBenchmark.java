package org.tickcast.bench;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.tickcast.market.MarketChanges;
import org.tickcast.market.Symbol;
import org.tickcast.market.Trade;
import org.tickcast.market.TradingSession;
import org.tickcast.market.Watchlist;

/** What it costs to ask what has changed, by how many stocks have: it should grow with them and from next to nothing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = ChangesSinceBenchmark.ONE_COLLECTOR)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ChangesSinceBenchmark {

    /** On two busy cores, the threads of any other collector would mostly wait for each other. */
    static final String ONE_COLLECTOR = "-XX:+UseSerialGC";

    private static final int EVENTS = 300_000;

    private static final Instant LATER = Instant.parse("2026-11-20T04:30:00Z");

    /** How many stocks the board has: the basket, or about as many as the country. */
    @Param({"30", "1600"})
    int stocks;

    /** How many of them have traded since. */
    @Param({"0", "1", "3", "10", "30"})
    int changed;

    private MarketBoard board = RecordedDay.emptyBoard();
    private long seen;

    @Setup
    public void letSomeStocksTrade() {
        Watchlist watchlist = Watchlist.vn30().with(others(stocks - 30));
        board = new RecordedDay(Scenario.CALM, EVENTS).close(RecordedDay.emptyBoard(watchlist));
        seen = board.version();
        watchlist.stocks().stream()
                .limit(changed)
                .forEach(stock -> board.apply(new Trade(stock, 50_000, 100, TradingSession.CONTINUOUS, LATER)));
    }

    @Benchmark
    public MarketChanges changesSince() {
        return board.changesSince(seen);
    }

    private static List<Symbol> others(int many) {
        return IntStream.range(0, many).mapToObj(i -> new Symbol("OTHER" + i)).toList();
    }
}
