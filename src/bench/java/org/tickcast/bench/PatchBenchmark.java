package org.tickcast.bench;

import java.time.Duration;
import java.time.Instant;
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
import org.tickcast.feed.SimulatedMarket;
import org.tickcast.feed.SimulationSettings;
import org.tickcast.market.MarketBoard;
import org.tickcast.wire.Channel;
import org.tickcast.wire.Patch;
import org.tickcast.wire.Picture;
import org.tickcast.wire.VersionedProtocol;
import org.tickcast.wire.WireCodec;

/**
 * How much shorter a patch of the market is than its plain frame, twice a second for two minutes, and what it takes to
 * write one. Wanted: at most 15 % on a busy day.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xbatch")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PatchBenchmark {

    private static final Instant BEGINNING = Instant.parse("2026-11-20T03:00:00Z");

    /** Every index has all its points after it. */
    private static final Duration BEFORE = Duration.ofMinutes(16);

    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final int PUBLICATIONS = 240;

    @Param({"CALM", "BUSY"})
    Scenario scenario = Scenario.CALM;

    private final MarketBoard board = RecordedDay.emptyBoard();
    private final Picture picture = new Picture(Channel.MARKET);
    private final WireCodec codec = new WireCodec();
    private long seen;

    @Setup
    public void publishForTwoMinutes() {
        SimulatedMarket market =
                new SimulatedMarket(SimulationSettings.ofSeed(1).with(scenario), BEGINNING);
        Instant now = BEGINNING.plus(BEFORE);
        goOn(market, now);
        picture.lookAt(board);
        long patches = 0;
        long plain = 0;
        for (int i = 0; i < PUBLICATIONS; i++) {
            now = now.plus(INTERVAL);
            goOn(market, now);
            seen = picture.version();
            picture.lookAt(board);
            patches += VersionedProtocol.patch(now, picture.since(seen), 0).length();
            plain += codec.snapshot(Channel.MARKET, board).length();
        }
        System.out.printf(
                "%n%s: patches %d, plain frames %d bytes on average: %.1f %%%n",
                scenario, patches / PUBLICATIONS, plain / PUBLICATIONS, 100.0 * patches / plain);
    }

    /** From one publication to the next. */
    @Benchmark
    public Patch patch() {
        return picture.since(seen);
    }

    /** From before the first event: the longest there is. */
    @Benchmark
    public Patch everything() {
        return picture.since(-1);
    }

    private void goOn(SimulatedMarket market, Instant until) {
        while (market.nextStep().isBefore(until)) {
            market.step(board::apply);
        }
    }
}
