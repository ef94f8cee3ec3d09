package org.tickcast.feed;

import java.time.Duration;

/**
 * How much of a recording a power cut may cost. What is reached first counts: then everything written so far is forced
 * to the disk. Each time also ends a gzip block, so often means larger files.
 *
 * @param events at most so many
 * @param time at most what came in so long
 */
public record Durability(int events, Duration time) {

    public Durability {
        if (events < 1) {
            throw new IllegalArgumentException("A recording can lose no fewer than 1 event, not " + events);
        }
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("A recording can lose no less than some time, not " + time);
        }
    }
}
