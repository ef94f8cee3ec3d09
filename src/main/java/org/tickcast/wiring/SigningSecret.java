package org.tickcast.wiring;

import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What the tokens are signed with that we issue ourselves, and checked with that others have signed with it.
 *
 * @param text the configured one, or one made at this start when there are keys to issue tokens for; null when neither
 */
record SigningSecret(@Nullable String text) {

    private static final int BYTES = 32;

    static SigningSecret from(AuthSettings settings) {
        String configured = settings.jwt().secret();
        if (configured != null
                || settings.apiKeys().isEmpty()
                || !settings.jwt().acceptsSecrets()) {
            return new SigningSecret(configured);
        }
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new SigningSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public String toString() {
        return "SigningSecret[…]";
    }
}
