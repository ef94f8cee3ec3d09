package org.tickcast.admission.rate;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.AdmissionCheck;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.Verdict;
import org.tickcast.wire.CloseCode;

/** An address may try only so often. Asking is an attempt, so each handshake is to be asked about once. */
public final class ConnectRateCheck implements AdmissionCheck {

    private final ConnectRate rate;
    private final CloseCode reason;

    public ConnectRateCheck(ConnectRate rate) {
        this(rate, CloseCode.CONNECT_RATE);
    }

    /** @param reason what too many attempts are called */
    public ConnectRateCheck(ConnectRate rate, CloseCode reason) {
        this.rate = rate;
        this.reason = reason;
    }

    @Override
    public Verdict.@Nullable Refused objection(Attempt attempt) {
        return rate.attempt(attempt.address()) instanceof RateAnswer.Exceeded exceeded
                ? new Verdict.Refused(reason, wholeSeconds(exceeded.retryAfter()))
                : null;
    }

    /** Rounded up, because Retry-After knows nothing less: who comes back a moment too early is refused once more. */
    private static Duration wholeSeconds(Duration wait) {
        return wait.plusSeconds(1).minusNanos(1).truncatedTo(ChronoUnit.SECONDS);
    }
}
