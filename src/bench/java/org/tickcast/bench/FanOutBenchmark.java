package org.tickcast.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
import org.tickcast.broadcast.BroadcastLimits;
import org.tickcast.broadcast.BroadcastListener;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.broadcast.Frame;
import org.tickcast.broadcast.Mailbox;
import org.tickcast.broadcast.Subscriber;
import org.tickcast.feed.Scenario;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.Symbol;
import org.tickcast.market.Trade;
import org.tickcast.market.TradingSession;
import org.tickcast.wire.Channel;
import org.tickcast.wire.WireCodec;

/**
 * One tick after one trade: the frame of the market is written once and left in the mailbox of every reader, all of
 * which keep up. What a container then does to send it is not in here.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xbatch")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 1)
public class FanOutBenchmark {

    private static final int EVENTS = 300_000;

    /** One reader shows what the frame costs; the others are on top of it. */
    @Param({"1", "1000"})
    int readers;

    private MarketBoard board = RecordedDay.emptyBoard();
    private Broadcaster broadcaster = broadcaster(board);
    private MarketEvent trade = trade();
    private long nanos;

    @Setup
    public void gatherReaders() {
        board = new RecordedDay(Scenario.CALM, EVENTS).close();
        broadcaster = broadcaster(board);
        for (int i = 0; i < readers; i++) {
            broadcaster.join(Channel.MARKET, new PromptReader());
        }
        broadcaster.tick(nanos);
        trade = trade();
    }

    @Benchmark
    public long tick() {
        board.apply(trade);
        broadcaster.tick(++nanos);
        return board.version();
    }

    private static Broadcaster broadcaster(MarketBoard board) {
        return new Broadcaster(
                board,
                new WireCodec(),
                BroadcastLimits.every(Duration.ZERO),
                InstantSource.system(),
                BroadcastListener.NONE);
    }

    private static MarketEvent trade() {
        Symbol stock = new Symbol("FPT");
        return new Trade(stock, 100_000, 1, TradingSession.CONTINUOUS, Instant.parse("2026-11-20T04:30:00Z"));
    }

    /** Its sends are over at once. */
    private static final class PromptReader implements Subscriber {

        private final Mailbox mailbox = new Mailbox();

        @Override
        public void deliver(Frame frame) {
            if (mailbox.put(frame) != null) {
                mailbox.sent();
            }
        }
    }
}
