package org.tickcast.socket;

import java.time.Duration;

/**
 * How everybody is let go.
 *
 * @param batch so many at a time
 * @param pause between two batches
 * @param deadline who is still there after it, is cut off
 */
public record DrainLimits(int batch, Duration pause, Duration deadline) {

    public static final DrainLimits DEFAULTS = new DrainLimits(200, Duration.ofMillis(100), Duration.ofSeconds(30));

    public DrainLimits {
        if (batch < 1) {
            throw new IllegalArgumentException("At least 1 client at a time is let go, not " + batch);
        }
        if (pause.isNegative() || pause.isZero()) {
            throw new IllegalArgumentException("There must be some time between two batches, not " + pause);
        }
        if (deadline.isNegative()) {
            throw new IllegalArgumentException("A deadline cannot be over before it begins: " + deadline);
        }
    }
}
