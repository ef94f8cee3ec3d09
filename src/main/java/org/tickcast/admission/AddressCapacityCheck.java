package org.tickcast.admission;

import org.jspecify.annotations.Nullable;

/** An address has only so many places. */
public final class AddressCapacityCheck implements AdmissionCheck {

    private final LeaseBook leases;

    public AddressCapacityCheck(LeaseBook leases) {
        this.leases = leases;
    }

    @Override
    public Verdict.@Nullable Refused objection(Attempt attempt) {
        return leases.objection(attempt.address());
    }
}
