package org.tickcast.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tickcast.feed.Scenario;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.MarketSnapshot;
import org.tickcast.wire.Channel;
import org.tickcast.wire.WireCodec;

/**
 * What it takes to write one frame of a full board: thirty stocks, each with foreign trading, both indices with all
 * their points, the future. Wanted: at most a millisecond for the market.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xbatch")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class SnapshotBenchmark {

    /** Fifty calm minutes: enough for every index to have all its points. */
    private static final int EVENTS = 300_000;

    private final WireCodec codec = new WireCodec();
    private MarketBoard board = RecordedDay.emptyBoard();

    @Setup
    public void fillTheBoard() {
        board = new RecordedDay(Scenario.CALM, EVENTS).close();
        if (!isFull(board.snapshot())) {
            throw new IllegalStateException("This day does not fill the board: " + board.snapshot());
        }
        System.out.println("The frame has " + market().length() + " characters.");
    }

    /** The whole way, as the tick goes it. */
    @Benchmark
    public String market() {
        return codec.market(board.snapshot());
    }

    /** The part of it that is the board's. */
    @Benchmark
    public MarketSnapshot snapshot() {
        return board.snapshot();
    }

    @Benchmark
    public String foreign() {
        return codec.snapshot(Channel.FOREIGN, board);
    }

    @Benchmark
    public String index() {
        return codec.snapshot(Channel.INDEX, board);
    }

    private boolean isFull(MarketSnapshot market) {
        return market.futures() != null
                && market.stats().values().stream().allMatch(stock -> stock.lastUpdated() != null)
                && board.foreignStocks().size() == market.stats().size()
                && market.indices().size() == 2
                && market.indices().values().stream()
                        .allMatch(index -> index.intraday().size() == 60);
    }
}
