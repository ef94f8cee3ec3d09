package org.tickcast.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tickcast.broadcast.BroadcastLimits;
import org.tickcast.broadcast.BroadcastListener;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.broadcast.Outbox;
import org.tickcast.broadcast.Seat;
import org.tickcast.broadcast.VersionedFrame;
import org.tickcast.feed.Scenario;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.Symbol;
import org.tickcast.market.Trade;
import org.tickcast.market.TradingSession;
import org.tickcast.wire.Channel;
import org.tickcast.wire.Since;
import org.tickcast.wire.WireCodec;

/**
 * A round of publications of tickcast.v1, a trade before each, and in its last tick a step for every reader to the newest
 * picture. Readers fall asleep one group after the other, one group a publication, and wake together: so as many different
 * steps are needed at once as there are publications in a round. With one, everybody is awake and takes the same step.
 * What a container then does to send it is not in here.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xbatch")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 1)
public class VersionedFanOutBenchmark {

    private static final int EVENTS = 300_000;
    private static final Symbol STOCK = new Symbol("FPT");
    private static final Instant LATER = Instant.parse("2026-11-20T04:30:00Z");

    /** As often as the board changes, with no beat in between. */
    private static final BroadcastLimits LIMITS = new BroadcastLimits(
            Duration.ZERO, Duration.ZERO, Duration.ofDays(1), Duration.ZERO, BroadcastLimits.MOST_FRAMES);

    /** One reader shows what the frames cost; the others are on top of it. */
    @Param({"1", "1000"})
    int readers;

    /** The last is more than are written for one picture, so that some readers share a snapshot. */
    @Param({"1", "16", "128"})
    int publications;

    private final List<SleepyReader> audience = new ArrayList<>();
    private MarketBoard board = RecordedDay.emptyBoard();
    private Broadcaster broadcaster = broadcaster(board);
    private int publication;
    private long nanos;

    @Setup
    public void gatherReaders() {
        board = new RecordedDay(Scenario.CALM, EVENTS).close();
        broadcaster = broadcaster(board);
        audience.clear();
        for (int i = 0; i < readers; i++) {
            SleepyReader reader = new SleepyReader(i % publications);
            reader.seat.take();
            audience.add(reader);
        }
        broadcaster.tick(++nanos);
        wakeAll();
    }

    /** What was measured is what was meant: everybody has the picture of the last publication. */
    @TearDown
    public void nobodyIsBehind() {
        broadcaster.tick(++nanos);
        if (audience.stream().anyMatch(reader -> reader.version != board.version())) {
            throw new IllegalStateException("Somebody has not the picture of " + board.version());
        }
    }

    @Benchmark
    public long round() {
        for (publication = 0; publication < publications; publication++) {
            board.apply(new Trade(STOCK, 100_000, 1, TradingSession.CONTINUOUS, LATER));
            broadcaster.tick(++nanos);
        }
        wakeAll();
        broadcaster.tick(++nanos);
        return board.version();
    }

    private void wakeAll() {
        audience.forEach(SleepyReader::wake);
    }

    private static Broadcaster broadcaster(MarketBoard board) {
        return new Broadcaster(board, new WireCodec(), LIMITS, InstantSource.fixed(LATER), BroadcastListener.NONE);
    }

    /** From one publication of each round on it finishes no send, until it is woken. */
    private final class SleepyReader {

        private final int asleepFrom;
        private final Outbox outbox = new Outbox(this::send, this::freed);
        private final Seat seat = broadcaster.reserve(Channel.MARKET, outbox, Since.NOTHING);
        private boolean unfinished;
        private long version;

        private SleepyReader(int asleepFrom) {
            this.asleepFrom = asleepFrom;
        }

        private void send(VersionedFrame frame) {
            version = frame.version();
            if (publications > 1 && publication >= asleepFrom && publication < publications) {
                unfinished = true;
            } else {
                outbox.sent();
            }
        }

        private void wake() {
            if (unfinished) {
                unfinished = false;
                outbox.sent();
            }
        }

        private void freed() {
            seat.freed();
        }
    }
}
