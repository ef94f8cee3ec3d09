package org.tickcast.admission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule about who may come in. */
@FunctionalInterface
public interface AdmissionCheck {

    /** Returns why this attempt may not come in, or null when this rule has nothing against it. */
    Verdict.@Nullable Refused objection(Attempt attempt);

    /** Asks one after the other; what the first says that has something to say, or null when nobody has. */
    static Verdict.@Nullable Refused firstObjection(List<AdmissionCheck> checks, Attempt attempt) {
        for (AdmissionCheck check : checks) {
            Verdict.Refused objection = check.objection(attempt);
            if (objection != null) {
                return objection;
            }
        }
        return null;
    }
}
