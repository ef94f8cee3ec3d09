package org.tickcast.admission.rate;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.tickcast.admission.Verdict;
import org.tickcast.wire.CloseCode;

/** Whether somebody may do it once more. */
public sealed interface RateAnswer {

    /** @param remaining how many more may follow at once */
    record Allowed(long remaining) implements RateAnswer {}

    /**
     * @param retryAfter when the next one is allowed, if there is none before
     * @param remaining how many are allowed right now: none
     */
    record Exceeded(Duration retryAfter, long remaining) implements RateAnswer {

        /** Rounded up, because Retry-After knows whole seconds only: who comes a moment too early is refused once more. */
        Verdict.Refused because(CloseCode reason) {
            return new Verdict.Refused(
                    reason, retryAfter.plusSeconds(1).minusNanos(1).truncatedTo(ChronoUnit.SECONDS));
        }
    }
}
