package org.tickcast.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tickcast.admission.jwt.VerificationKey;

/** A token as an issuer would sign it, and the key to check it with. */
record SignedTokens(String token, VerificationKey key) {

    private static final String SECRET = "a secret of the benchmarks, 32 b";
    private static final String PAYLOAD =
            "{\"sub\":\"user_7\",\"plan\":\"free\",\"roles\":[\"trader\"],\"exp\":4102444800,\"jti\":\"a-token-of-one\"}";

    static SignedTokens by(String algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case "HS256" -> bySecret();
            case "RS256" -> byPair(algorithm, "RSA", 2048, "SHA256withRSA");
            case "ES256" -> byPair(algorithm, "EC", 256, "SHA256withECDSAinP1363Format");
            default -> throw new IllegalArgumentException(algorithm);
        };
    }

    private static SignedTokens bySecret() throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String content = content("HS256");
        return new SignedTokens(content + "." + base64(mac.doFinal(bytes(content))), VerificationKey.ofSecret(SECRET));
    }

    private static SignedTokens byPair(String algorithm, String family, int bits, String jdkName)
            throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(family);
        generator.initialize(bits);
        KeyPair pair = generator.generateKeyPair();
        Signature signature = Signature.getInstance(jdkName);
        signature.initSign(pair.getPrivate());
        String content = content(algorithm);
        signature.update(bytes(content));
        return new SignedTokens(content + "." + base64(signature.sign()), VerificationKey.ofPem(pem(pair.getPublic())));
    }

    private static String content(String algorithm) {
        return base64(bytes("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}")) + "." + base64(bytes(PAYLOAD));
    }

    private static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
