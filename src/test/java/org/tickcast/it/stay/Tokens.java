package org.tickcast.it.stay;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.tickcast.admission.ChannelScope;
import org.tickcast.admission.Grants;
import org.tickcast.admission.OwnLimits;
import org.tickcast.admission.jwt.IssuedToken;
import org.tickcast.admission.jwt.JwtIssuer;

/** Signed tokens, as an issuer that shares a secret with the server would make them. */
final class Tokens {

    static final String SECRET = "the-secret-of-the-tests-that-is-long-enough";
    static final Duration LONG = Duration.ofHours(1);

    private Tokens() {}

    static IssuedToken of(String user, Duration lifetime, String... roles) {
        return new JwtIssuer(SECRET, "tests", "tickcast", lifetime, InstantSource.system(), new SecureRandom())
                .issue(user, new Grants(null, Set.of(roles), ChannelScope.ALL, OwnLimits.NONE));
    }

    /** One that was issued at this moment of the past, and is good for hours from then on. */
    static String issuedAt(String user, Instant moment) {
        return new JwtIssuer(
                        SECRET,
                        "tests",
                        "tickcast",
                        Duration.ofHours(3),
                        InstantSource.fixed(moment),
                        new SecureRandom())
                .issue(user, Grants.PLAIN)
                .text();
    }

    static String inHeader(String token) {
        return "Authorization: Bearer " + token;
    }

    /** What a client that is in sends to stay in. */
    static String inMessage(String token) {
        return "{\"type\":\"auth\",\"token\":\"" + token + "\"}";
    }
}
