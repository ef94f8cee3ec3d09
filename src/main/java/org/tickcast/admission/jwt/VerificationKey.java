package org.tickcast.admission.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A key that says whether a signature is its own. It has one algorithm, and checks nothing that claims another.
 *
 * @param id what tokens call it ({@code kid}), or null when it has no name and may be tried for any
 */
public record VerificationKey(@Nullable String id, JwtAlgorithm algorithm, SignatureCheck check) {

    private static final int SHORTEST_SECRET_BYTES = 32;

    /** A secret that the issuer knows too, of 32 bytes at least: as many as HS256 makes of it. */
    public static VerificationKey ofSecret(String secret) {
        byte[] bytes = secretBytes(secret);
        try {
            return new VerificationKey(null, JwtAlgorithm.HS256, nimbus(JWSAlgorithm.HS256, new MACVerifier(bytes)));
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }

    /** A public key as {@code openssl} writes it, which also says what algorithm it is for. */
    public static VerificationKey ofPem(String pem) {
        return PublicKeys.keyOf(null, Pem.publicKey(pem));
    }

    static byte[] secretBytes(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST_SECRET_BYTES) {
            throw new IllegalArgumentException(
                    "A secret for HS256 has at least " + SHORTEST_SECRET_BYTES + " bytes, not " + bytes.length);
        }
        return bytes;
    }

    /** Nimbus is shown the algorithm and nothing else of a token's header, so nothing else in it can matter. */
    static SignatureCheck nimbus(JWSAlgorithm algorithm, JWSVerifier verifier) {
        JWSHeader header = new JWSHeader(algorithm);
        return (signed, signature) -> verifier.verify(header, signed, Base64URL.encode(signature));
    }

    boolean mayHaveSigned(JwtAlgorithm claimed, @Nullable String keyId) {
        return algorithm == claimed && (id == null || keyId == null || id.equals(keyId));
    }

    boolean signed(byte[] content, byte[] signature) {
        try {
            return check.passes(content, signature);
        } catch (Exception e) {
            // Libraries throw at signatures of the wrong shape, and not only what they declare. It comes to the same.
            return false;
        }
    }

    /** The arithmetic of one key. Threads: any. */
    @FunctionalInterface
    interface SignatureCheck {

        boolean passes(byte[] signed, byte[] signature) throws Exception;
    }
}
