package org.tickcast.hub;

import java.time.Duration;

/**
 * What is kept until it is acknowledged.
 *
 * @param perUser of one user; the oldest goes for a new one
 * @param all of everybody, likewise
 * @param age how long one is kept
 */
public record NotificationLimits(int perUser, int all, Duration age) {

    public static final NotificationLimits DEFAULTS = new NotificationLimits(50, 50_000, Duration.ofDays(7));

    public NotificationLimits {
        Checked.atLeast(1, "perUser", perUser);
        Checked.atLeast(1, "all", all);
        Checked.positive("age", age);
    }
}
