package org.tickcast.admission.jwt;

import org.jspecify.annotations.Nullable;
import org.tickcast.admission.ApiKey;
import org.tickcast.admission.ApiKeys;

/**
 * Issues tokens to who shows an API key.
 *
 * <p>Threads: any.
 */
public final class TokenDesk {

    private final ApiKeys keys;
    private final @Nullable JwtIssuer issuer;

    /** @param issuer null when there is nothing to sign with; then nobody gets anything */
    public TokenDesk(ApiKeys keys, @Nullable JwtIssuer issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    /** Whether anybody could get a token here. */
    public boolean isOpen() {
        return issuer != null && !keys.isEmpty();
    }

    /** A new token for the holder of this key; null when it is nobody's. */
    public @Nullable Handout issueFor(String apiKey) {
        ApiKey holder = keys.shown(apiKey);
        return holder == null || issuer == null
                ? null
                : new Handout(holder, issuer.issue(holder.user(), holder.grants()));
    }

    /** What somebody gets, and who it is. */
    public record Handout(ApiKey holder, IssuedToken token) {}
}
