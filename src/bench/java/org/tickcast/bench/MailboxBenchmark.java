package org.tickcast.bench;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
import org.tickcast.broadcast.Frame;
import org.tickcast.broadcast.Mailbox;
import org.tickcast.wire.Channel;

/** What one frame costs in one reader's mailbox, with the making of its record, and without its text. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xbatch")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MailboxBenchmark {

    /** One reader, with the version of the frame it is given next. */
    @State(Scope.Group)
    public static class Reader {

        private final Mailbox mailbox = new Mailbox();
        private long version;

        /** Only ever called by the one thread that puts. */
        @Nullable Frame put() {
            return mailbox.put(new Frame(Channel.MARKET, ++version, "a frame"));
        }
    }

    /** A reader that keeps up: each frame leaves before the next comes. */
    @Benchmark
    @Group("keeps_up")
    public @Nullable Frame putAndSent(Reader reader) {
        reader.put();
        return reader.mailbox.sent();
    }

    /** A reader that does not read: each frame takes the place of the one that waits. */
    @Benchmark
    @Group("does_not_read")
    public @Nullable Frame putOnly(Reader reader) {
        return reader.put();
    }

    /** The tick puts as fast as it can, while another thread finishes sends as fast as it can. */
    @Benchmark
    @Group("two_threads")
    @GroupThreads(1)
    public @Nullable Frame put(Reader reader) {
        return reader.put();
    }

    @Benchmark
    @Group("two_threads")
    @GroupThreads(1)
    public @Nullable Frame sent(Reader reader) {
        return reader.mailbox.sent();
    }
}
