package org.tickcast.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tickcast.broadcast.Outbox;
import org.tickcast.broadcast.VersionedFrame;

/** What one picture costs in the outbox of one reader of tickcast.v1; the frame is there already, as it is for all. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xbatch")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class OutboxBenchmark {

    /** One reader, with a socket that says nothing. */
    @State(Scope.Group)
    public static class Reader {

        private final VersionedFrame picture = new VersionedFrame(VersionedFrame.Kind.PATCH, 1, "a picture");
        private long onTheirWay;
        private long freed;
        private final Outbox outbox = new Outbox(frame -> onTheirWay++, () -> freed++);
    }

    /** A reader that keeps up: each picture leaves before the next comes. */
    @Benchmark
    @Group("keeps_up")
    public boolean offerAndSent(Reader reader) {
        boolean taken = reader.outbox.offer(reader.picture);
        reader.outbox.sent();
        return taken;
    }

    /** A reader that does not read: all but the first are refused. */
    @Benchmark
    @Group("does_not_read")
    public boolean offerOnly(Reader reader) {
        return reader.outbox.offer(reader.picture);
    }

    /** The tick offers as fast as it can, while another thread finishes sends as fast as it can. */
    @Benchmark
    @Group("two_threads")
    @GroupThreads(1)
    public boolean offer(Reader reader) {
        return reader.outbox.offer(reader.picture);
    }

    @Benchmark
    @Group("two_threads")
    @GroupThreads(1)
    public void sent(Reader reader) {
        reader.outbox.sent();
    }
}
