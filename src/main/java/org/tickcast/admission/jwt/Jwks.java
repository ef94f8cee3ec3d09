package org.tickcast.admission.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A set of published keys (RFC 7517). A key in it that we cannot use, or should not, is passed over: the others are no
 * worse for it. A secret that somebody published is no secret, so it is never used.
 */
final class Jwks {

    private static final int MOST_KEYS = 64;

    private Jwks() {}

    /** The keys of the set that this body is, and why there are none if there are none. */
    static JwksAnswer read(byte[] body) {
        Map<String, Object> set = StrictJson.object(body);
        if (set == null || !(set.get("keys") instanceof List<?> keys)) {
            return new JwksAnswer.Failure("the answer is no JSON Web Key Set");
        }
        List<VerificationKey> usable = keys.stream()
                .limit(MOST_KEYS)
                .map(Jwks::usable)
                .filter(Objects::nonNull)
                .toList();
        return usable.isEmpty()
                ? new JwksAnswer.Failure("the set has no key that can be used")
                : new JwksAnswer.Keys(usable);
    }

    private static @Nullable VerificationKey usable(Object entry) {
        if (!(entry instanceof Map<?, ?> members)) {
            return null;
        }
        try {
            @SuppressWarnings("unchecked") // StrictJson makes no other maps.
            JWK jwk = JWK.parse((Map<String, Object>) members);
            VerificationKey key = isForSignatures(jwk) ? keyOf(jwk) : null;
            return key != null && isMeantFor(key.algorithm(), jwk) ? key : null;
        } catch (ParseException | JOSEException | GeneralSecurityException | RuntimeException e) {
            // Malformed, too weak, or on a curve that this Java does not have.
            return null;
        }
    }

    private static @Nullable VerificationKey keyOf(JWK jwk) throws JOSEException, GeneralSecurityException {
        PublicKey key = publicKey(jwk);
        return key == null ? null : PublicKeys.keyOf(jwk.getKeyID(), key);
    }

    private static @Nullable PublicKey publicKey(JWK jwk) throws JOSEException, GeneralSecurityException {
        if (jwk instanceof RSAKey rsa) {
            return rsa.toRSAPublicKey();
        }
        if (jwk instanceof ECKey elliptic) {
            return elliptic.toECPublicKey();
        }
        if (jwk instanceof OctetKeyPair pair && pair.getCurve().equals(Curve.Ed25519)) {
            return Ed25519.publicKey(pair.getX().decode());
        }
        return null;
    }

    private static boolean isForSignatures(JWK jwk) {
        boolean use = jwk.getKeyUse() == null || jwk.getKeyUse().equals(KeyUse.SIGNATURE);
        boolean operations =
                jwk.getKeyOperations() == null || jwk.getKeyOperations().contains(KeyOperation.VERIFY);
        return use && operations;
    }

    private static boolean isMeantFor(JwtAlgorithm algorithm, JWK jwk) {
        return jwk.getAlgorithm() == null
                || JwtAlgorithm.named(jwk.getAlgorithm().getName()) == algorithm;
    }
}
