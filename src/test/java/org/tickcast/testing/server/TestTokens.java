package org.tickcast.testing.server;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signed tokens that the servers of the tests take, made with the JDK alone. */
public final class TestTokens {

    /** As src/test/resources/arquillian.xml has it. */
    public static final String SECRET = "the-secret-of-the-tests-32-bytes-long";

    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    private TestTokens() {}

    /** One that says this, and lives an hour. */
    public static String of(String payload) {
        return signed(payload, Instant.now().plusSeconds(3_600));
    }

    /** One that was good until an hour ago. */
    public static String expired(String user) {
        return signed("{\"sub\":\"" + user + "\"}", Instant.now().minusSeconds(3_600));
    }

    private static String signed(String payload, Instant end) {
        String whole = payload.substring(0, payload.length() - 1) + ",\"exp\":" + end.getEpochSecond() + "}";
        String content =
                base64(HEADER.getBytes(StandardCharsets.UTF_8)) + "." + base64(whole.getBytes(StandardCharsets.UTF_8));
        return content + "." + base64(mac(content));
    }

    private static byte[] mac(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
