package org.tickcast.rest;

import java.time.Duration;

/**
 * What producers may take of us.
 *
 * @param producers how many may push events in at once
 * @param waitForRoom how long one of them waits for room for its next event before its request is ended
 */
public record IngestLimits(int producers, Duration waitForRoom) {

    public IngestLimits {
        if (producers < 1) {
            throw new IllegalArgumentException("At least 1 producer, not " + producers);
        }
        if (waitForRoom.isNegative()) {
            throw new IllegalArgumentException("A producer cannot wait for " + waitForRoom);
        }
    }
}
