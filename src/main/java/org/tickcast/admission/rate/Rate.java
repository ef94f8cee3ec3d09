package org.tickcast.admission.rate;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BandwidthBuilder.BandwidthBuilderRefillStage;
import java.time.Duration;

/**
 * So many in so long.
 *
 * @param evenly whether they come back one by one, each after its share of the time, or all together at its end
 */
record Rate(int most, Duration period, boolean evenly) {

    /** More cannot be meant as a limit. */
    static final int HIGHEST = 1_000_000;

    static void check(int most, int least, String what) {
        if (most < least || most > HIGHEST) {
            throw new IllegalArgumentException(least + " to " + HIGHEST + " " + what + ", not " + most);
        }
    }

    Bandwidth bandwidth() {
        BandwidthBuilderRefillStage bucket = Bandwidth.builder().capacity(most);
        return (evenly ? bucket.refillGreedy(most, period) : bucket.refillIntervally(most, period))
                .id(period.toString())
                .build();
    }
}
