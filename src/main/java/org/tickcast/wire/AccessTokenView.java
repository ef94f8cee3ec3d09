package org.tickcast.wire;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * A token for who has shown an API key, as RFC 6749 writes it, and whose it is.
 *
 * @param expiresIn in seconds
 * @param plan null when the key has none
 */
@JsonbPropertyOrder({"accessToken", "expiresIn", "tokenType", "userId", "plan"})
public record AccessTokenView(
        String accessToken,
        long expiresIn,
        String tokenType,
        String userId,
        @Nullable String plan) {

    /** Without the token, so that no log has it. */
    @Override
    public String toString() {
        return "AccessTokenView of " + userId;
    }
}
