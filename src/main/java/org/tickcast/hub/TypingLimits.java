package org.tickcast.hub;

import java.time.Duration;

/**
 * How much of typing is told.
 *
 * @param lasts for how long somebody is typing who says so once
 * @param pause the least time between two things told of one user
 * @param typists how many of one room are told of at a time; more are as good as many
 * @param listeners beyond so many who are there, typing is not told at all
 */
public record TypingLimits(Duration lasts, Duration pause, int typists, int listeners) {

    public static final TypingLimits DEFAULTS = new TypingLimits(Duration.ofSeconds(5), Duration.ofSeconds(1), 8, 200);

    public TypingLimits {
        Checked.positive("lasts", lasts);
        Checked.notNegative("pause", pause);
        Checked.atLeast(1, "typists", typists);
        Checked.atLeast(0, "listeners", listeners);
    }
}
