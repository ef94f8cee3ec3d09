package org.tickcast.admission.rate;

import io.github.bucket4j.TimeMeter;
import java.util.function.LongSupplier;

/** Tells Bucket4j the time. */
record NanoClock(LongSupplier nanoTime) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
        return nanoTime.getAsLong();
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
