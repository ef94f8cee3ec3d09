package org.tickcast.admission.rate;

import java.time.Duration;
import java.util.List;

/**
 * How often one address may try to connect.
 *
 * @param perMinute attempts in a minute, which come back one by one
 * @param perHour attempts in an hour, or 0 for no such limit
 * @param trackedAddresses of how many addresses the attempts are counted at a time; then the longest silent is forgotten
 */
public record ConnectRateLimits(int perMinute, int perHour, int trackedAddresses) {

    public ConnectRateLimits {
        Rate.check(perMinute, 1, "attempts to connect in a minute");
        Rate.check(perHour, 0, "attempts to connect in an hour");
        if (trackedAddresses < 1) {
            throw new IllegalArgumentException("At least 1 address to count attempts of, not " + trackedAddresses);
        }
    }

    List<Rate> rates() {
        Rate minute = new Rate(perMinute, Duration.ofMinutes(1), true);
        return perHour == 0 ? List.of(minute) : List.of(minute, new Rate(perHour, Duration.ofHours(1), true));
    }
}
