package org.tickcast.wiring;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.tickcast.feed.Metronome;

/** Repeats work on the server's own threads. */
final class ManagedMetronome implements Metronome {

    private final ScheduledExecutorService scheduler;

    ManagedMetronome(ScheduledExecutorService scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public Beating every(Duration pause, String name, Runnable work) {
        Future<?> task =
                scheduler.scheduleWithFixedDelay(new SteadyWork(name, work), 0, pause.toNanos(), TimeUnit.NANOSECONDS);
        return () -> task.cancel(false);
    }
}
