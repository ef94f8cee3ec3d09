package org.tickcast.admission;

import org.jspecify.annotations.Nullable;

/** One rule about who may come in. */
@FunctionalInterface
public interface AdmissionCheck {

    /** Returns why this attempt may not come in, or null when this rule has nothing against it. */
    Verdict.@Nullable Refused objection(Attempt attempt);
}
