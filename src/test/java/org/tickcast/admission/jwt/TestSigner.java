package org.tickcast.admission.jwt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs whatever header and payload it is given, with the JDK alone: the reader is held against another's arithmetic. */
final class TestSigner {

    static final String SECRET = "a secret of the house, 32 bytes!";

    static final TestSigner HS256 = secret(SECRET.getBytes(StandardCharsets.UTF_8));
    static final TestSigner RS256 = pair("RS256", "SHA256withRSA", TestKeys.RSA);
    static final TestSigner ES256 = pair("ES256", "SHA256withECDSAinP1363Format", TestKeys.P256);
    static final TestSigner EDDSA = pair("EdDSA", "Ed25519", TestKeys.ED25519);

    private final String algorithm;
    private final Signing signing;

    private TestSigner(String algorithm, Signing signing) {
        this.algorithm = algorithm;
        this.signing = signing;
    }

    static TestSigner secret(byte[] secret) {
        return new TestSigner("HS256", content -> {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(content);
        });
    }

    static TestSigner pair(String algorithm, String jdkName, KeyPair keys) {
        return new TestSigner(algorithm, content -> {
            Signature signature = Signature.getInstance(jdkName);
            signature.initSign(keys.getPrivate());
            signature.update(content);
            return signature.sign();
        });
    }

    /** A token with this payload and nothing special in its header. */
    String token(String payload) {
        return token("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}", payload);
    }

    String tokenOfKey(String keyId, String payload) {
        return token("{\"alg\":\"" + algorithm + "\",\"kid\":\"" + keyId + "\"}", payload);
    }

    String token(String header, String payload) {
        return token(header.getBytes(StandardCharsets.UTF_8), payload.getBytes(StandardCharsets.UTF_8));
    }

    String token(byte[] header, byte[] payload) {
        String content = base64(header) + "." + base64(payload);
        try {
            return content + "." + base64(signing.sign(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Signing with " + algorithm, e);
        }
    }

    static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private interface Signing {
        byte[] sign(byte[] content) throws GeneralSecurityException;
    }
}
