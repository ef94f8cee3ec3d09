package org.tickcast.admission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a valid token says. It holds no part of the token, so it may be kept and logged.
 *
 * @param subject the user's id, or the name of a configured token
 * @param issuedAt null when the token does not say
 * @param expiresAt from when on it is no longer valid, without any skew; null when it never ends
 * @param tokenId the id of this one token ({@code jti}), or null
 */
public record Claims(
        TokenKind kind,
        String subject,
        Grants grants,
        @Nullable Instant issuedAt,
        @Nullable Instant expiresAt,
        @Nullable String tokenId) {

    public static final int LONGEST_SUBJECT = 128;
    public static final int LONGEST_TOKEN_ID = 128;

    public Claims {
        ClaimText.checked("user id", subject, LONGEST_SUBJECT);
        if (tokenId != null) {
            ClaimText.checked("token id", tokenId, LONGEST_TOKEN_ID);
        }
    }

    /** Who comes from this address with such a token. Many show a shared one, so it says nothing about who. */
    public ClientIdentity bearerAt(ClientAddress address) {
        return new ClientIdentity(kind == TokenKind.SHARED ? address.limitKey() : subject, address, this);
    }
}
