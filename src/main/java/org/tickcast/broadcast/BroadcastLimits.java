package org.tickcast.broadcast;

import java.time.Duration;

/**
 * How often a channel speaks.
 *
 * @param interval at most one frame to everybody in this time
 */
public record BroadcastLimits(Duration interval) {

    public BroadcastLimits {
        if (interval.isNegative()) {
            throw new IllegalArgumentException("A broadcast interval cannot be negative: " + interval);
        }
    }
}
