package org.tickcast.admission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who a client is to us. Whoever shows no token, or one that many show, is known by address only.
 *
 * @param id what limits count by and logs show
 * @param claims what their token said; null for who has shown none
 */
public record ClientIdentity(
        String id, ClientAddress address, @Nullable Claims claims) {

    static ClientIdentity knownByAddress(ClientAddress address) {
        return new ClientIdentity(address.limitKey(), address, null);
    }

    /** Whether we know who it is, and not only from where. */
    public boolean isUser() {
        return claims != null && claims.kind() != TokenKind.SHARED;
    }

    /** What limits of one user count by. However a user is called, it is nobody's address. */
    public String limitKey() {
        return (isUser() ? "user:" : "address:") + id;
    }

    public Grants grants() {
        return claims == null ? Grants.PLAIN : claims.grants();
    }

    /** From when on the token is no longer valid; null when it never ends. */
    public @Nullable Instant expiresAt() {
        return claims == null ? null : claims.expiresAt();
    }

    /** Whether it is the same user, wherever from. */
    public boolean isSameAs(ClientIdentity other) {
        return isUser() == other.isUser() && id.equals(other.id);
    }
}
