package org.tickcast.wiring;

import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.Token;

/**
 * The token that lets clients in.
 *
 * @param madeHere its text when it was made at this start, so that somebody can be told; null when it was configured,
 *     because then who needs it has it
 */
record SharedToken(Token token, @Nullable String madeHere) {

    private static final int BYTES = 24;

    static SharedToken from(GatewaySettings settings) {
        String configured = settings.token();
        if (configured != null) {
            return new SharedToken(new Token(configured), null);
        }
        String made = freshlyMade();
        return new SharedToken(new Token(made), made);
    }

    private static String freshlyMade() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "SharedToken[…]";
    }
}
