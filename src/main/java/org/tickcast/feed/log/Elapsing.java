package org.tickcast.feed.log;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A time that passes, after which something is due; due at once at first. */
final class Elapsing {

    private final LongSupplier nanoClock;
    private final long nanos;
    private boolean running;
    private long since;

    Elapsing(LongSupplier nanoClock, Duration time) {
        this.nanoClock = nanoClock;
        this.nanos = time.toNanos();
    }

    boolean isOver() {
        return !running || nanoClock.getAsLong() - since >= nanos;
    }

    /** Until it is over. */
    Duration left() {
        return isOver() ? Duration.ZERO : Duration.ofNanos(nanos - (nanoClock.getAsLong() - since));
    }

    void restart() {
        running = true;
        since = nanoClock.getAsLong();
    }

    /** Begins to count, unless it does already. */
    void start() {
        if (!running) {
            restart();
        }
    }

    void stop() {
        running = false;
    }

    boolean isRunning() {
        return running;
    }
}
