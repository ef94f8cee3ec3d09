package org.tickcast.admission.jwt;

import static org.tickcast.admission.jwt.TestSigner.base64;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Real keys, made once for all tests, and the two ways in which they are published. */
final class TestKeys {

    static final KeyPair RSA = rsa(2048);
    static final KeyPair OTHER_RSA = rsa(2048);
    static final KeyPair P256 = elliptic("secp256r1");
    static final KeyPair ED25519 = pair("Ed25519", null);

    private TestKeys() {}

    static KeyPair rsa(int bits) {
        return pair("RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
    }

    static KeyPair elliptic(String curve) {
        return pair("EC", new ECGenParameterSpec(curve));
    }

    static KeyPair pair(String family, @Nullable AlgorithmParameterSpec how) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(family);
            if (how != null) {
                generator.initialize(how);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Making a pair of keys: " + family, e);
        }
    }

    static String pem(PublicKey key) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
    }

    static String jwks(String... keys) {
        return "{\"keys\":[" + String.join(",", keys) + "]}";
    }

    /** With more members in JSON, each with a comma before it. */
    static String rsaJwk(String keyId, KeyPair keys, String more) {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return "{\"kty\":\"RSA\",\"kid\":\"" + keyId + "\",\"n\":\"" + number(key.getModulus()) + "\",\"e\":\""
                + number(key.getPublicExponent()) + "\"" + more + "}";
    }

    static String rsaJwk(String keyId, KeyPair keys) {
        return rsaJwk(keyId, keys, "");
    }

    static String p256Jwk(String keyId, KeyPair keys) {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"" + keyId + "\",\"x\":\""
                + number32(key.getW().getAffineX()) + "\",\"y\":\""
                + number32(key.getW().getAffineY()) + "\"}";
    }

    /** The raw key is the end of its X.509 form. */
    static String ed25519Jwk(String keyId, KeyPair keys) {
        byte[] encoded = keys.getPublic().getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"" + keyId + "\",\"x\":\"" + base64(raw) + "\"}";
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String number32(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] sized = new byte[32];
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, sized, 32 - length, length);
        return base64(sized);
    }
}
