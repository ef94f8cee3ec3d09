package org.tickcast.ops;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.Revocation;

/** What an operator has written to have something taken back: one member that says what. */
final class RevocationRequest {

    /** How far an operator's clock may be ahead of ours. More is a mistake, and would shut out everybody for so long. */
    static final Duration AHEAD = Duration.ofMinutes(1);

    private RevocationRequest() {}

    /** What is to be revoked; null when the bytes do not say it clearly. */
    static @Nullable Revocation read(byte[] utf8, Instant now) {
        OnlyMember member = OnlyMember.read(utf8);
        if (member == null) {
            return null;
        }
        try {
            return revocation(member, now);
        } catch (IllegalArgumentException | DateTimeException unclear) {
            return null;
        }
    }

    private static Revocation revocation(OnlyMember member, Instant now) {
        String which = member.text();
        return switch (member.name()) {
            case "user" -> new Revocation.OfUser(which, now);
            case "token_id" -> new Revocation.OfToken(which);
            case "issued_before" -> new Revocation.OfEverybody(past(Instant.parse(which), now));
            default -> throw new IllegalArgumentException("Nothing that could be revoked");
        };
    }

    private static Instant past(Instant moment, Instant now) {
        if (moment.isAfter(now.plus(AHEAD))) {
            throw new IllegalArgumentException("What is issued in the future cannot be revoked now");
        }
        return moment;
    }
}
