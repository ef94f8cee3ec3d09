package org.tickcast.ops;

import java.time.InstantSource;
import java.util.function.Predicate;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.admission.Revocation;
import org.tickcast.wire.CloseCode;

/**
 * Takes what operators write, revokes what it says, and has it put on record.
 *
 * <p>Threads: any.
 */
public final class RevocationDesk {

    private final Predicate<Revocation> revoke;
    private final OperatorListener listener;
    private final InstantSource clock;

    /** @param revoke on all servers; false when there is no room */
    public RevocationDesk(Predicate<Revocation> revoke, OperatorListener listener, InstantSource clock) {
        this.revoke = revoke;
        this.listener = listener;
        this.clock = clock;
    }

    Answer take(byte[] written, ClientIdentity operator) {
        Revocation revocation = RevocationRequest.read(written, clock.instant());
        if (revocation == null) {
            return new Answer.Refused(CloseCode.BAD_PARAMETER);
        }
        if (!revoke.test(revocation)) {
            return new Answer.Refused(CloseCode.REVOCATIONS_FULL);
        }
        listener.revoked(operator, revocation);
        return new Answer.Done(revocation);
    }

    sealed interface Answer {

        record Done(Revocation revocation) implements Answer {}

        /** Nothing was revoked. */
        record Refused(CloseCode reason) implements Answer {}
    }
}
