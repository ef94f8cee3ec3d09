package org.tickcast.admission.jwt;

import org.jspecify.annotations.Nullable;

/**
 * How a token may be signed. One algorithm for each type of key, so the key decides and never the token: a public RSA key
 * cannot be taken for a shared secret. There is no {@code none}.
 */
public enum JwtAlgorithm {
    /** A secret that issuer and reader share. */
    HS256,
    /** RSA, of 2048 bits at least. */
    RS256,
    /** The curve P-256. */
    ES256,
    /** The curve Ed25519, under its old name and the one of RFC 9864. */
    EDDSA;

    /** The one with this name in a token's header, or null. Names compare to the letter. */
    static @Nullable JwtAlgorithm named(String name) {
        return switch (name) {
            case "HS256" -> HS256;
            case "RS256" -> RS256;
            case "ES256" -> ES256;
            case "EdDSA", "Ed25519" -> EDDSA;
            default -> null;
        };
    }

    /** Whether the key that checks may be known to everybody. */
    boolean isPublic() {
        return this != HS256;
    }
}
