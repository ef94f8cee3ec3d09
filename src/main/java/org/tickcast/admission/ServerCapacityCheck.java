package org.tickcast.admission;

import org.jspecify.annotations.Nullable;

/** The server has only so many places. */
public final class ServerCapacityCheck implements AdmissionCheck {

    private final LeaseBook leases;

    public ServerCapacityCheck(LeaseBook leases) {
        this.leases = leases;
    }

    @Override
    public Verdict.@Nullable Refused objection(Attempt attempt) {
        return leases.objection();
    }
}
