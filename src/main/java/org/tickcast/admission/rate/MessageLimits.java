package org.tickcast.admission.rate;

import java.time.Duration;
import java.util.List;

/**
 * How much one user may send, by all connections together.
 *
 * @param perSecond messages in a second, which come back all together when the second is over
 * @param perMinute messages in a minute, which come back one by one, so that nobody has to be silent for long
 */
public record MessageLimits(int perSecond, int perMinute) {

    public MessageLimits {
        if (perSecond < 1 || perSecond > Rate.HIGHEST) {
            throw new IllegalArgumentException("1 to " + Rate.HIGHEST + " messages in a second, not " + perSecond);
        }
        if (perMinute < 1 || perMinute > Rate.HIGHEST) {
            throw new IllegalArgumentException("1 to " + Rate.HIGHEST + " messages in a minute, not " + perMinute);
        }
    }

    List<Rate> rates() {
        return List.of(
                new Rate(perSecond, Duration.ofSeconds(1), false), new Rate(perMinute, Duration.ofMinutes(1), true));
    }
}
