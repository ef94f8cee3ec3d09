package org.tickcast.admission.jwt;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a token may be signed. One algorithm for each type of key, so the key decides and never the token: a public RSA key
 * cannot be taken for a shared secret. There is no {@code none}.
 */
public enum JwtAlgorithm {
    /** A secret that issuer and reader share. */
    HS256(JWSAlgorithm.HS256, "HS256"),
    /** RSA, of 2048 bits at least. */
    RS256(JWSAlgorithm.RS256, "RS256"),
    /** The curve P-256. */
    ES256(JWSAlgorithm.ES256, "ES256"),
    /** The curve Ed25519, under its old name and the one of RFC 9864. */
    EDDSA(JWSAlgorithm.EdDSA, "EdDSA", "Ed25519");

    private final JWSHeader header;
    private final Set<String> names;

    JwtAlgorithm(JWSAlgorithm algorithm, String... names) {
        this.header = new JWSHeader(algorithm);
        this.names = Set.of(names);
    }

    /** The one with this name in a token's header, or null. Names compare to the letter. */
    static @Nullable JwtAlgorithm named(String name) {
        for (JwtAlgorithm algorithm : values()) {
            if (algorithm.names.contains(name)) {
                return algorithm;
            }
        }
        return null;
    }

    /** All that Nimbus is shown of a token's header, so nothing else that a sender wrote can matter to it. */
    JWSHeader header() {
        return header;
    }

    /** Whether the key that checks may be known to everybody. */
    boolean isPublic() {
        return this != HS256;
    }
}
