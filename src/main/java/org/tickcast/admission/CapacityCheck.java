package org.tickcast.admission;

import org.jspecify.annotations.Nullable;

/** The server has only so many places, and an address only so many of them. */
public final class CapacityCheck implements AdmissionCheck {

    private final LeaseBook leases;

    public CapacityCheck(LeaseBook leases) {
        this.leases = leases;
    }

    @Override
    public Verdict.@Nullable Refused objection(Attempt attempt) {
        return leases.objection(attempt.address());
    }
}
