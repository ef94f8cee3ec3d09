package org.tickcast.admission;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was good and no longer is: all tokens of a user that were issued before a moment, one token by its id, or all
 * tokens of everybody that were issued before a moment. A token that does not say when it was issued counts as issued
 * before.
 *
 * <p>A revocation is kept as long as a token may live that it is about; after that the token's own end does the rest.
 *
 * <p>Threads: any.
 */
public final class Revocations {

    /** Beyond it no further one is taken, and whoever asks is told so: none that was promised is ever dropped. */
    public static final int MOST_REVOCATIONS = 100_000;

    private final Duration kept;
    private final InstantSource clock;

    /** The oldest first. */
    @GuardedBy("this") private final Map<String, Revoked> users = new LinkedHashMap<>();

    /** The oldest first. */
    @GuardedBy("this") private final Map<String, Revoked> tokens = new LinkedHashMap<>();

    @GuardedBy("this") private Instant everybodyBefore = Instant.MIN;

    /** @param kept as long as any token lives */
    public Revocations(Duration kept, InstantSource clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /** From now on. False when there is no room, and nothing is revoked. */
    public boolean revoke(Revocation revocation) {
        if (revocation instanceof Revocation.OfUser some) {
            return revokeUser(some.user(), some.issuedBefore());
        }
        if (revocation instanceof Revocation.OfToken one) {
            return revokeToken(one.tokenId());
        }
        revokeIssuedBefore(((Revocation.OfEverybody) revocation).issuedBefore());
        return true;
    }

    private synchronized boolean revokeUser(String user, Instant issuedBefore) {
        return note(users, user, issuedBefore);
    }

    private synchronized boolean revokeToken(String tokenId) {
        return note(tokens, tokenId, Instant.MAX);
    }

    private synchronized void revokeIssuedBefore(Instant moment) {
        if (moment.isAfter(everybodyBefore)) {
            everybodyBefore = moment;
        }
    }

    public boolean isRevoked(ClientIdentity who) {
        Claims claims = who.claims();
        return claims != null && claims.kind() != TokenKind.SHARED && isRevoked(claims);
    }

    private synchronized boolean isRevoked(Claims claims) {
        Instant issued = claims.issuedAt() == null ? Instant.MIN : claims.issuedAt();
        return isBefore(issued, users.get(claims.subject()))
                || claims.tokenId() != null && tokens.containsKey(claims.tokenId())
                || claims.kind() == TokenKind.JWT && issued.isBefore(everybodyBefore);
    }

    @GuardedBy("this") private boolean note(Map<String, Revoked> book, String key, Instant issuedBefore) {
        Instant now = clock.instant();
        forgetOld(users, now);
        forgetOld(tokens, now);
        if (users.size() + tokens.size() >= MOST_REVOCATIONS && !book.containsKey(key)) {
            return false;
        }
        Revoked before = book.remove(key);
        Instant latest =
                before == null || before.issuedBefore().isBefore(issuedBefore) ? issuedBefore : before.issuedBefore();
        book.put(key, new Revoked(latest, now));
        return true;
    }

    @GuardedBy("this") private void forgetOld(Map<String, Revoked> book, Instant now) {
        Iterator<Revoked> oldestFirst = book.values().iterator();
        while (oldestFirst.hasNext() && oldestFirst.next().at().plus(kept).isBefore(now)) {
            oldestFirst.remove();
        }
    }

    private static boolean isBefore(Instant issued, @Nullable Revoked revoked) {
        return revoked != null && issued.isBefore(revoked.issuedBefore());
    }

    private record Revoked(Instant issuedBefore, Instant at) {}
}
