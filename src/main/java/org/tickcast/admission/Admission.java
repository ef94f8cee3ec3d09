package org.tickcast.admission;

import java.util.List;

/**
 * Asks one rule after the other, the first objection wins, and gives whoever passes them all a place.
 *
 * <p>Threads: any.
 */
public final class Admission {

    private final List<AdmissionCheck> checks;
    private final LeaseBook leases;

    public Admission(List<AdmissionCheck> checks, LeaseBook leases) {
        this.checks = List.copyOf(checks);
        this.leases = leases;
    }

    /** The rules in their order: the cheap one first, so an address without a place left costs us no look at its token. */
    public static Admission of(Token token, LeaseBook leases) {
        return new Admission(List.of(new CapacityCheck(leases), new TokenCheck(token)), leases);
    }

    public Verdict decide(Attempt attempt) {
        for (AdmissionCheck check : checks) {
            Verdict.Refused objection = check.objection(attempt);
            if (objection != null) {
                return objection;
            }
        }
        // Another handshake may have taken the last place since the capacity check looked.
        Lease lease = leases.take(attempt.address());
        return lease == null
                ? CapacityCheck.full()
                : new Verdict.Admitted(ClientIdentity.knownByAddress(attempt.address()), lease);
    }
}
