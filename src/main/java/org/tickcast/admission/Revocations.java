package org.tickcast.admission;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was good and no longer is: all tokens of a user that were issued before a moment, one token by its id, or all
 * tokens of everybody that were issued before a moment. A token that does not say when it was issued counts as issued
 * before.
 *
 * <p>A revocation is never forgotten: a configured token has no end, and a signed one whatever end its issuer gave it.
 *
 * <p>Threads: any.
 */
public final class Revocations {

    /** Beyond it no further one is taken, and whoever asks is told so: none that was promised is ever dropped. */
    public static final int MOST_REVOCATIONS = 100_000;

    /** Before when what a user has was issued. */
    @GuardedBy("this") private final Map<String, Instant> users = new HashMap<>();

    @GuardedBy("this") private final Set<String> tokens = new HashSet<>();

    @GuardedBy("this") private Instant everybodyBefore = Instant.MIN;

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
        boolean possible = hasRoom() || users.containsKey(user);
        if (possible) {
            users.merge(user, issuedBefore, (one, other) -> one.isAfter(other) ? one : other);
        }
        return possible;
    }

    private synchronized boolean revokeToken(String tokenId) {
        return tokens.contains(tokenId) || hasRoom() && tokens.add(tokenId);
    }

    @GuardedBy("this") private boolean hasRoom() {
        return users.size() + tokens.size() < MOST_REVOCATIONS;
    }

    private synchronized void revokeIssuedBefore(Instant moment) {
        if (moment.isAfter(everybodyBefore)) {
            everybodyBefore = moment;
        }
    }

    /** Everything so far, from which another comes to know the same. */
    public synchronized List<Revocation> all() {
        List<Revocation> all = new ArrayList<>();
        users.forEach((user, before) -> all.add(new Revocation.OfUser(user, before)));
        tokens.forEach(token -> all.add(new Revocation.OfToken(token)));
        if (!everybodyBefore.equals(Instant.MIN)) {
            all.add(new Revocation.OfEverybody(everybodyBefore));
        }
        return all;
    }

    public boolean isRevoked(ClientIdentity who) {
        Claims claims = who.claims();
        return claims != null && claims.kind() != TokenKind.SHARED && isRevoked(claims);
    }

    private synchronized boolean isRevoked(Claims claims) {
        Instant issued = claims.issuedAt() == null ? Instant.MIN : claims.issuedAt();
        return isBefore(issued, users.get(claims.subject()))
                || claims.tokenId() != null && tokens.contains(claims.tokenId())
                || claims.kind() == TokenKind.JWT && issued.isBefore(everybodyBefore);
    }

    private static boolean isBefore(Instant issued, @Nullable Instant revokedBefore) {
        return revokedBefore != null && issued.isBefore(revokedBefore);
    }
}
