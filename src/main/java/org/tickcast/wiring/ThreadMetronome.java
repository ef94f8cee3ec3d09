package org.tickcast.wiring;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.tickcast.feed.Metronome;

/**
 * Repeats work on a thread of its own. The server's scheduler has so few that one of them which hangs, such as the tick's,
 * may keep everything from being repeated: this is for what has to go on then. A thread for each, so for a few only.
 */
final class ThreadMetronome implements Metronome {

    private final Executor threads;

    ThreadMetronome(Executor threads) {
        this.threads = threads;
    }

    @Override
    public Beating every(Duration pause, String name, Runnable work) {
        CountDownLatch closed = new CountDownLatch(1);
        SteadyWork steady = new SteadyWork(name, work);
        threads.execute(() -> repeat(steady, pause, closed));
        return closed::countDown;
    }

    private static void repeat(Runnable work, Duration pause, CountDownLatch closed) {
        try {
            do {
                work.run();
            } while (!closed.await(pause.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
