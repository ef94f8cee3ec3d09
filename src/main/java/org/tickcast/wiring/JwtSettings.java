package org.tickcast.wiring;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.jwt.JwksSettings;
import org.tickcast.admission.jwt.JwtAlgorithm;
import org.tickcast.admission.jwt.JwtRules;
import org.tickcast.admission.jwt.VerificationKey;

/**
 * How signed tokens are checked.
 *
 * @param secret for HS256; null when there is none
 * @param keys those that were configured
 * @param published where an issuer publishes its keys; null when none does
 */
record JwtSettings(
        JwtRules rules,
        @Nullable String secret,
        List<VerificationKey> keys,
        @Nullable JwksSettings published) {

    private static final Map<String, JwtAlgorithm> ALGORITHMS = Map.of(
            "HS256", JwtAlgorithm.HS256,
            "RS256", JwtAlgorithm.RS256,
            "ES256", JwtAlgorithm.ES256,
            "EdDSA", JwtAlgorithm.EDDSA);
    private static final String SECRET = "tickcast.auth.jwt.secret";
    private static final String PUBLIC_KEY = "tickcast.auth.jwt.public-key";
    private static final String AUDIENCE = "tickcast.auth.jwt.audience";
    private static final String JWKS = "tickcast.auth.jwt.jwks-url";

    static JwtSettings read(SettingsReader in, boolean prod) {
        JwtRules rules = rules(in);
        String secret =
                in.secret(SECRET, text -> text.getBytes(StandardCharsets.UTF_8).length >= 32, "32 bytes at least");
        JwksSettings published = published(in);
        if (prod && published != null && rules.audience() == null) {
            in.missing(AUDIENCE, "else whatever the issuer of " + JWKS + " signs for others opens this server too");
        }
        List<VerificationKey> keys = new ArrayList<>();
        VerificationKey pem = publicKey(in);
        if (pem != null) {
            keys.add(pem);
        }
        return new JwtSettings(rules, secret, List.copyOf(keys), published);
    }

    /** Whether anything is set that could check a token. */
    boolean knowsKeys() {
        return secret != null || !keys.isEmpty() || published != null;
    }

    /** Whether a token may be signed with a secret. */
    boolean acceptsSecrets() {
        return rules.algorithms().contains(JwtAlgorithm.HS256);
    }

    private static JwtRules rules(SettingsReader in) {
        Set<JwtAlgorithm> accepted = EnumSet.noneOf(JwtAlgorithm.class);
        accepted.addAll(in.list("tickcast.auth.jwt.algorithms", "some of EdDSA, ES256, HS256, RS256", name -> {
            JwtAlgorithm algorithm = ALGORITHMS.get(name);
            if (algorithm == null) {
                throw new IllegalArgumentException(name);
            }
            return algorithm;
        }));
        return new JwtRules(
                accepted.isEmpty() ? EnumSet.allOf(JwtAlgorithm.class) : accepted,
                in.words("tickcast.auth.jwt.issuer"),
                in.words(AUDIENCE),
                in.duration("tickcast.auth.jwt.clock-skew", Duration.ZERO, Duration.ofMinutes(10)),
                JwtRules.LONGEST_TOKEN);
    }

    private static @Nullable VerificationKey publicKey(SettingsReader in) {
        Path file = in.path(PUBLIC_KEY);
        if (file == null) {
            return null;
        }
        try {
            return VerificationKey.ofPem(Files.readString(file));
        } catch (IOException unreadable) {
            in.complain(PUBLIC_KEY, "a file with a public key in PEM, which can be read", file.toString());
        } catch (IllegalArgumentException wrong) {
            in.complain(PUBLIC_KEY, "a file with a public key in PEM (" + wrong.getMessage() + ")", file.toString());
        }
        return null;
    }

    private static @Nullable JwksSettings published(SettingsReader in) {
        String address = in.textIfSet(JWKS);
        Duration refresh = in.duration("tickcast.auth.jwt.jwks-refresh", Duration.ofSeconds(10), Duration.ofDays(1));
        if (address == null) {
            return null;
        }
        try {
            return JwksSettings.at(URI.create(address)).refreshedEvery(refresh);
        } catch (IllegalArgumentException wrong) {
            in.complain(JWKS, "an https address, or http on this machine", address);
            return null;
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "JwtSettings[…]";
    }
}
