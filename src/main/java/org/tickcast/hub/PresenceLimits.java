package org.tickcast.hub;

import java.time.Duration;

/**
 * How fast it is told who comes and goes.
 *
 * @param interval the least time between two changes told in one room
 * @param named how many one change names; of the others it is only said how many are there
 * @param listed how many one state names
 * @param grace how long somebody may be without a socket before he is offline
 * @param lease for how long a node that says nothing is believed to be there; it says so three times as often
 */
public record PresenceLimits(Duration interval, int named, int listed, Duration grace, Duration lease) {

    public static final PresenceLimits DEFAULTS =
            new PresenceLimits(Duration.ofSeconds(1), 100, 500, Duration.ofSeconds(5), Duration.ofSeconds(3));

    public PresenceLimits {
        Checked.positive("interval", interval);
        Checked.atLeast(1, "named", named);
        Checked.atLeast(1, "listed", listed);
        Checked.notNegative("grace", grace);
        Checked.positive("lease", lease);
    }
}
