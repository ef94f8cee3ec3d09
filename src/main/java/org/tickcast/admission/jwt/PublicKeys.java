package org.tickcast.admission.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.NamedParameterSpec;
import org.jspecify.annotations.Nullable;

/** Which public keys are good enough, and what each of them checks. */
final class PublicKeys {

    private static final int SMALLEST_RSA_BITS = 2_048;
    /** A larger one makes each check slow enough to be an attack. */
    private static final int LARGEST_RSA_BITS = 8_192;

    private PublicKeys() {}

    static VerificationKey keyOf(@Nullable String id, PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa(id, rsa);
        }
        if (key instanceof ECPublicKey elliptic) {
            return elliptic(id, elliptic);
        }
        if (key instanceof EdECPublicKey edwards) {
            return edwards(id, edwards);
        }
        throw new IllegalArgumentException("A key is RSA, EC or Ed25519, not " + key.getAlgorithm());
    }

    private static VerificationKey rsa(@Nullable String id, RSAPublicKey key) {
        int bits = key.getModulus().bitLength();
        if (bits < SMALLEST_RSA_BITS || bits > LARGEST_RSA_BITS) {
            throw new IllegalArgumentException(
                    "An RSA key has from " + SMALLEST_RSA_BITS + " to " + LARGEST_RSA_BITS + " bits, not " + bits);
        }
        return new VerificationKey(
                id, JwtAlgorithm.RS256, VerificationKey.nimbus(JWSAlgorithm.RS256, new RSASSAVerifier(key)));
    }

    private static VerificationKey elliptic(@Nullable String id, ECPublicKey key) {
        if (!Curve.P_256.equals(Curve.forECParameterSpec(key.getParams()))) {
            throw new IllegalArgumentException("An EC key is on the curve P-256");
        }
        try {
            return new VerificationKey(
                    id, JwtAlgorithm.ES256, VerificationKey.nimbus(JWSAlgorithm.ES256, new ECDSAVerifier(key)));
        } catch (JOSEException e) {
            throw new IllegalArgumentException("An EC key on P-256 that cannot be used", e);
        }
    }

    private static VerificationKey edwards(@Nullable String id, EdECPublicKey key) {
        if (!key.getParams().getName().equals(NamedParameterSpec.ED25519.getName())) {
            throw new IllegalArgumentException(
                    "An Edwards key is Ed25519, not " + key.getParams().getName());
        }
        return new VerificationKey(
                id, JwtAlgorithm.EDDSA, (signed, signature) -> Ed25519.passes(key, signed, signature));
    }
}
