package org.tickcast.admission;

import org.jspecify.annotations.Nullable;
import org.tickcast.wire.CloseCode;

/** Where tokens are worth something, nobody shows one on a way that anybody can read along. */
public final class EncryptionCheck implements AdmissionCheck {

    private final boolean encryptedOnly;

    /** @param encryptedOnly false on networks that are trusted, where it has nothing against anybody */
    public EncryptionCheck(boolean encryptedOnly) {
        this.encryptedOnly = encryptedOnly;
    }

    @Override
    public Verdict.@Nullable Refused objection(Attempt attempt) {
        boolean enough = attempt.arrival().secure() || !encryptedOnly;
        return enough ? null : Verdict.Refused.forGood(CloseCode.NOT_ENCRYPTED);
    }
}
