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
        if (perMinute < 1 || perMinute > Rate.HIGHEST) {
            throw new IllegalArgumentException(
                    "1 to " + Rate.HIGHEST + " attempts to connect in a minute, not " + perMinute);
        }
        if (perHour < 0 || perHour > Rate.HIGHEST) {
            throw new IllegalArgumentException(
                    "0 to " + Rate.HIGHEST + " attempts to connect in an hour, not " + perHour);
        }
        if (trackedAddresses < 1) {
            throw new IllegalArgumentException("At least 1 address to count attempts of, not " + trackedAddresses);
        }
    }

    List<Rate> rates() {
        Rate minute = new Rate(perMinute, Duration.ofMinutes(1), true);
        return perHour == 0 ? List.of(minute) : List.of(minute, new Rate(perHour, Duration.ofHours(1), true));
    }
}
