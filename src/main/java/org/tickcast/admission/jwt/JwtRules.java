package org.tickcast.admission.jwt;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token has to be, besides well signed.
 *
 * @param algorithms those accepted; one without a key accepts nothing anyway
 * @param issuer what {@code iss} has to be, or null when anybody with the key may issue
 * @param audience what {@code aud} has to be or to contain, or null when it does not matter
 * @param clockSkew how far the issuer's clock may be from ours
 * @param longestToken in characters; a longer one is refused before anybody looks into it
 */
public record JwtRules(
        Set<JwtAlgorithm> algorithms,
        @Nullable String issuer,
        @Nullable String audience,
        Duration clockSkew,
        int longestToken) {

    public static final int LONGEST_TOKEN = 8 * 1024;
    public static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final Duration MOST_CLOCK_SKEW = Duration.ofMinutes(10);

    public static final JwtRules DEFAULTS =
            new JwtRules(EnumSet.allOf(JwtAlgorithm.class), null, null, CLOCK_SKEW, LONGEST_TOKEN);

    public JwtRules {
        if (algorithms.isEmpty()) {
            throw new IllegalArgumentException("At least one algorithm, or no token can be read");
        }
        requireText("issuer", issuer);
        requireText("audience", audience);
        if (clockSkew.isNegative() || clockSkew.compareTo(MOST_CLOCK_SKEW) > 0) {
            throw new IllegalArgumentException("A clock skew from 0 to " + MOST_CLOCK_SKEW + ", not " + clockSkew);
        }
        if (longestToken < 1 || longestToken > LONGEST_TOKEN) {
            throw new IllegalArgumentException(
                    "A longest token from 1 to " + LONGEST_TOKEN + " characters, not " + longestToken);
        }
        algorithms = Set.copyOf(algorithms);
    }

    public JwtRules accepting(Set<JwtAlgorithm> narrower) {
        return new JwtRules(narrower, issuer, audience, clockSkew, longestToken);
    }

    public JwtRules issuedBy(@Nullable String expected) {
        return new JwtRules(algorithms, expected, audience, clockSkew, longestToken);
    }

    public JwtRules meantFor(@Nullable String expected) {
        return new JwtRules(algorithms, issuer, expected, clockSkew, longestToken);
    }

    private static void requireText(String what, @Nullable String text) {
        if (text != null && text.isBlank()) {
            throw new IllegalArgumentException("An expected " + what + " is not blank; leave it out instead");
        }
    }
}
