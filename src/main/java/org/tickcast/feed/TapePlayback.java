package org.tickcast.feed;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a tape is played.
 *
 * @param tape one file, or a directory whose tapes are played in their order
 * @param speed how much faster than it was; {@link #AS_FAST_AS_POSSIBLE} waits only for the inbox
 * @param from what is earlier is played at once, so that the board is right when the playing begins; null for the
 *     beginning
 * @param loop whether it begins again at its end
 * @param times which times its events have
 * @param longestGap a hole in the tape for which one would wait longer than this is jumped over, such as a night
 */
public record TapePlayback(
        Path tape, double speed, @Nullable Instant from, boolean loop, Times times, Duration longestGap) {

    public static final double SLOWEST = 0.1;
    public static final double FASTEST = 1_000;
    public static final double AS_FAST_AS_POSSIBLE = Double.POSITIVE_INFINITY;

    /** What a replayed event says of its time. */
    public enum Times {
        /** When it happened. */
        ORIGINAL,
        /** When it is played. */
        NOW
    }

    public TapePlayback {
        if (!(speed >= SLOWEST && speed <= FASTEST) && speed != AS_FAST_AS_POSSIBLE) {
            throw new IllegalArgumentException("A tape is played at 0.1 to 1000 times its speed, not " + speed);
        }
        if (longestGap.isNegative() || longestGap.isZero()) {
            throw new IllegalArgumentException("The longest gap must be some time, not " + longestGap);
        }
    }

    boolean isAsFastAsPossible() {
        return speed == AS_FAST_AS_POSSIBLE;
    }
}
