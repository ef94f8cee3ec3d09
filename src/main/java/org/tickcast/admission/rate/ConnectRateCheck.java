package org.tickcast.admission.rate;

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
                ? exceeded.because(reason)
                : null;
    }
}
