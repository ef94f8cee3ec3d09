package org.tickcast.admission;

import org.jspecify.annotations.Nullable;
import org.tickcast.wire.CloseCode;

/** Only who shows the shared token comes in. */
public final class TokenCheck implements AdmissionCheck {

    private final Token expected;

    public TokenCheck(Token expected) {
        this.expected = expected;
    }

    @Override
    public Verdict.@Nullable Refused objection(Attempt attempt) {
        String shown = attempt.token();
        if (shown == null || shown.isEmpty()) {
            return Verdict.Refused.forGood(CloseCode.TOKEN_MISSING);
        }
        return expected.matches(shown) ? null : Verdict.Refused.forGood(CloseCode.TOKEN_INVALID);
    }
}
