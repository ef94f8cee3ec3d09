package org.tickcast.wiring;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Goes on evenly from the moment it was made, whatever is done to the machine's clock meanwhile. It is for what waits: after
 * a clock was set back by an hour, what is due in a second is due in a second all the same. What is shown to anybody, or
 * compared with a moment that somebody else has named, is for the clock.
 */
final class SteadyClock implements InstantSource {

    private final Instant start;
    private final LongSupplier nanoTime;
    private final long startNanos;

    SteadyClock() {
        this(Instant.now(), System::nanoTime);
    }

    /** @param nanoTime such as {@link System#nanoTime} */
    SteadyClock(Instant start, LongSupplier nanoTime) {
        this.start = start;
        this.nanoTime = nanoTime;
        this.startNanos = nanoTime.getAsLong();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanoTime.getAsLong() - startNanos);
    }
}
