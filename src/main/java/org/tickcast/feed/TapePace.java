package org.tickcast.feed;

import java.time.Duration;
import java.time.Instant;

/**
 * When each event of a tape is due. One moment of the tape is laid on one moment of the clock, and the speed gives all
 * others. Where the two have drifted too far apart, by a hole in the tape, a clock that was set or a long wait for the
 * inbox, they are laid on each other anew.
 *
 * <p>Threads: belongs to the feed, under its lock.
 */
final class TapePace {

    /** Nothing is played after a longer wait, and nanoseconds can count it. */
    private static final Duration CENTURY = Duration.ofDays(36_500);

    private final double speed;
    private final Duration longestGap;
    private Instant onTape = Instant.EPOCH;
    private Instant onClock = Instant.EPOCH;

    TapePace(double speed, Duration longestGap) {
        this.speed = speed;
        this.longestGap = longestGap;
    }

    /** From here on this moment of the tape is that moment of the clock. */
    void lay(Instant tape, Instant clock) {
        onTape = tape;
        onClock = clock;
    }

    /** The clock went on while the tape stood still. */
    void stoodStill(Duration time) {
        onClock = onClock.plus(time);
    }

    /** When an event of the tape is to be played: perhaps now, perhaps later, and when it is late, in the past. */
    Instant dueAt(Instant tape, Instant now) {
        if (speed == TapePlayback.AS_FAST_AS_POSSIBLE) {
            return now;
        }
        Instant due = onClock(tape);
        if (Duration.between(now, due).abs().compareTo(longestGap) > 0) {
            lay(tape, now);
            return now;
        }
        return due;
    }

    Instant onClock(Instant tape) {
        Duration onward = Duration.between(onTape, tape);
        if (onward.abs().compareTo(CENTURY) > 0) {
            onward = onward.isNegative() ? CENTURY.negated() : CENTURY;
        }
        return onClock.plusNanos(Math.round(onward.toNanos() / speed));
    }
}
