package org.tickcast.wiring;

import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.Token;

/**
 * The one token that many show.
 *
 * @param token null when clients are told apart by other tokens, and there is none
 * @param madeHere its text when it was made at this start, so that somebody can be told; null when it was configured,
 *     because then who needs it has it
 */
record SharedToken(@Nullable Token token, @Nullable String madeHere) {

    private static final int BYTES = 24;

    /** A server that nobody could show anything to makes a token for itself. */
    static SharedToken from(AuthSettings settings) {
        String configured = settings.sharedToken();
        if (configured != null) {
            return new SharedToken(Token.configured(configured), null);
        }
        return settings.knowsTokens() ? new SharedToken(null, null) : made();
    }

    private static SharedToken made() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new SharedToken(new Token(text), text);
    }

    @Override
    public String toString() {
        return "SharedToken[…]";
    }
}
