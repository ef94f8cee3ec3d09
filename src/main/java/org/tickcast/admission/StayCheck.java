package org.tickcast.admission;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.CloseCode;

/**
 * Whether somebody who is in may stay: not when the token has been taken back, and not for long after it has expired.
 *
 * <p>Threads: any.
 */
public final class StayCheck {

    private final Revocations revocations;
    private final Duration grace;

    /**
     * @param grace for how long after its token's end a client may stay, to bring a new one; not less than tokens are
     *     accepted after their end, or who is let in would be sent away at once
     */
    public StayCheck(Revocations revocations, Duration grace) {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("A grace cannot be negative: " + grace);
        }
        this.revocations = revocations;
        this.grace = grace;
    }

    /** Why this client has to go, or null when it may stay. */
    public @Nullable CloseCode objection(ClientIdentity who, Instant now) {
        if (revocations.isRevoked(who)) {
            return CloseCode.TOKEN_REVOKED;
        }
        Instant end = who.expiresAt();
        // The grace goes off the present: added to an end in a far future, it would lead out of time.
        return end == null || end.isAfter(now.minus(grace)) ? null : CloseCode.TOKEN_EXPIRED;
    }
}
