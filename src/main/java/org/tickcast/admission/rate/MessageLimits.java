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
        Rate.check(perSecond, 1, "messages in a second");
        Rate.check(perMinute, 1, "messages in a minute");
    }

    List<Rate> rates() {
        return List.of(
                new Rate(perSecond, Duration.ofSeconds(1), false), new Rate(perMinute, Duration.ofMinutes(1), true));
    }
}
