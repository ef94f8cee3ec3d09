package org.tickcast.ops;

import java.time.InstantSource;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.admission.Revocation;
import org.tickcast.admission.Revocations;
import org.tickcast.wire.CloseCode;

/**
 * Takes what operators write, revokes what it says, and has it put on record.
 *
 * <p>Threads: any.
 */
public final class RevocationDesk {

    private final Revocations revocations;
    private final AdmissionListener listener;
    private final InstantSource clock;

    public RevocationDesk(Revocations revocations, AdmissionListener listener, InstantSource clock) {
        this.revocations = revocations;
        this.listener = listener;
        this.clock = clock;
    }

    Answer take(byte[] written, ClientIdentity operator) {
        Revocation revocation = RevocationRequest.read(written, clock.instant());
        if (revocation == null) {
            return new Answer.Refused(CloseCode.BAD_PARAMETER);
        }
        if (!revocations.revoke(revocation)) {
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
