package org.tickcast.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.AdmissionCheck;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.Verdict;

/**
 * Who may ask below {@code /auth} at all, before anybody looks at what they show.
 *
 * @param checks in the order in which they are asked
 */
public record AuthGate(List<AdmissionCheck> checks) {

    public AuthGate {
        checks = List.copyOf(checks);
    }

    Verdict.@Nullable Refused objection(Attempt attempt) {
        return AdmissionCheck.firstObjection(checks, attempt);
    }
}
