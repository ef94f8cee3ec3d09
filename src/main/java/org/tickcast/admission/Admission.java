package org.tickcast.admission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks one rule after the other, the first objection wins; then who it is; and gives whoever passes a place. The cheap
 * rules come first, so that whoever has no place left costs us no look at a token.
 *
 * <p>Threads: any.
 */
public final class Admission {

    private final List<AdmissionCheck> checks;
    private final IdentityCheck identity;
    private final LeaseBook leases;
    private final AdmissionListener listener;

    /** @param checks in the order in which they are asked */
    public Admission(
            List<AdmissionCheck> checks, IdentityCheck identity, LeaseBook leases, AdmissionListener listener) {
        this.checks = List.copyOf(checks);
        this.identity = identity;
        this.leases = leases;
        this.listener = listener;
    }

    public Verdict decide(Attempt attempt) {
        Verdict verdict = verdict(attempt);
        if (verdict instanceof Verdict.Admitted admitted) {
            listener.admitted(attempt, admitted);
        } else if (verdict instanceof Verdict.Refused refused) {
            listener.refused(attempt, refused);
        }
        return verdict;
    }

    /**
     * What would be decided. It counts as an attempt, but takes no place and uses up no ticket. A refusal is told as any
     * other: else this would be where to guess tokens unheard.
     */
    public Verdict.@Nullable Refused rehearse(Attempt attempt) {
        Verdict.Refused refusal = rehearsed(attempt);
        if (refusal != null) {
            listener.refused(attempt, refusal);
        }
        return refusal;
    }

    private Verdict.@Nullable Refused rehearsed(Attempt attempt) {
        Verdict.Refused objection = AdmissionCheck.firstObjection(checks, attempt);
        if (objection != null) {
            return objection;
        }
        Identification answer = identity.rehearse(attempt);
        if (answer instanceof Identification.Known known) {
            return leases.objection(known.who());
        }
        return ((Identification.Refused) answer).verdict();
    }

    private Verdict verdict(Attempt attempt) {
        Verdict.Refused objection = AdmissionCheck.firstObjection(checks, attempt);
        if (objection != null) {
            return objection;
        }
        Identification answer = identity.identify(attempt);
        if (answer instanceof Identification.Known known) {
            // Another handshake may have taken the last place since the capacity check looked.
            return leases.take(known.who());
        }
        return ((Identification.Refused) answer).verdict();
    }
}
