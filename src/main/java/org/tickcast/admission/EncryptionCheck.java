package org.tickcast.admission;

import org.jspecify.annotations.Nullable;
import org.tickcast.wire.CloseCode;

/** Where tokens are worth something, nobody shows one on a way that anybody can read along. */
public final class EncryptionCheck implements AdmissionCheck {

    @Override
    public Verdict.@Nullable Refused objection(Attempt attempt) {
        return attempt.arrival().secure() ? null : Verdict.Refused.forGood(CloseCode.NOT_ENCRYPTED);
    }
}
