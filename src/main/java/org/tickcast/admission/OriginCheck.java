package org.tickcast.admission;

import org.jspecify.annotations.Nullable;
import org.tickcast.wire.CloseCode;

/** A page may connect only if it is one of ours, or one of those that the house has listed. */
public final class OriginCheck implements AdmissionCheck {

    private final OriginRules rules;

    public OriginCheck(OriginRules rules) {
        this.rules = rules;
    }

    @Override
    public Verdict.@Nullable Refused objection(Attempt attempt) {
        OriginAnswer answer = rules.answer(attempt.origins(), attempt.arrival().ownHost());
        return answer.allowed() ? null : Verdict.Refused.forGood(CloseCode.ORIGIN_REFUSED);
    }
}
