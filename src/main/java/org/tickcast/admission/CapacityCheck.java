package org.tickcast.admission;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.CloseCode;

/** An address has only so many places. */
public final class CapacityCheck implements AdmissionCheck {

    /** When a place may have become free: nobody can know, so it is a polite guess. */
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(5);

    private final LeaseBook leases;

    public CapacityCheck(LeaseBook leases) {
        this.leases = leases;
    }

    @Override
    public Verdict.@Nullable Refused objection(Attempt attempt) {
        return leases.isFull(attempt.address()) ? full() : null;
    }

    static Verdict.Refused full() {
        return new Verdict.Refused(CloseCode.ADDRESS_LIMIT, TRY_AGAIN_AFTER);
    }
}
