package org.tickcast.ops;

import org.jspecify.annotations.Nullable;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.EncryptionCheck;
import org.tickcast.admission.Grants;
import org.tickcast.admission.Identification;
import org.tickcast.admission.IdentityCheck;
import org.tickcast.admission.Verdict;
import org.tickcast.admission.rate.GuessRate;
import org.tickcast.wire.CloseCode;

/**
 * Who may read figures: everybody where that was said, else whoever shows a token with the role {@code metrics} or
 * {@code admin}. Where no token is asked for, none is looked at, and nothing has to be encrypted.
 *
 * <p>Threads: any.
 */
public final class MetricsDoor {

    static final String ROLE = "metrics";

    private final boolean open;
    private final EncryptionCheck encryption;
    private final GuessRate guesses;
    private final IdentityCheck identity;

    public MetricsDoor(boolean open, EncryptionCheck encryption, GuessRate guesses, IdentityCheck identity) {
        this.open = open;
        this.encryption = encryption;
        this.guesses = guesses;
        this.identity = identity;
    }

    /** Why somebody may not read them, or null when he may. */
    Verdict.@Nullable Refused objection(Attempt attempt) {
        if (open) {
            return null;
        }
        Verdict.Refused notEncrypted = encryption.objection(attempt);
        if (notEncrypted != null) {
            return notEncrypted;
        }
        Identification answer = guesses.identify(attempt, identity);
        if (answer instanceof Identification.Known known) {
            return mayRead(known.who().grants()) ? null : new Verdict.Refused(CloseCode.ROLE_REQUIRED, null);
        }
        return ((Identification.Refused) answer).verdict();
    }

    private static boolean mayRead(Grants grants) {
        return grants.hasRole(ROLE) || grants.hasRole(AdminFilter.ROLE);
    }
}
