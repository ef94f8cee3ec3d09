package org.tickcast.admission.rate;

import java.time.Duration;

/** Whether somebody may do it once more. */
public sealed interface RateAnswer {

    /** @param remaining how many more may follow at once */
    record Allowed(long remaining) implements RateAnswer {}

    /**
     * @param retryAfter when the next one is allowed, if there is none before
     * @param remaining how many are allowed right now: none
     */
    record Exceeded(Duration retryAfter, long remaining) implements RateAnswer {}
}
