package org.tickcast.admission.jwt;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What we want to know from a token's header: how it is signed and with which key. Keys that it brings along, and
 * addresses of keys ({@code jwk}, {@code jku}, {@code x5c}, {@code x5u}), are its sender's word and are not looked at.
 *
 * @param keyId null when it names no key
 */
record JoseHeader(JwtAlgorithm algorithm, @Nullable String keyId) {

    private static final int LONGEST_KEY_ID = 256;

    /** The header in these bytes, or null when it is none or wants what we do not do. */
    static @Nullable JoseHeader of(byte[] bytes) {
        Map<String, Object> members = StrictJson.object(bytes);
        if (members == null || isDemanding(members) || !(members.get("alg") instanceof String name)) {
            return null;
        }
        JwtAlgorithm algorithm = JwtAlgorithm.named(name);
        Object keyId = members.get("kid");
        if (algorithm == null || !isKeyId(keyId)) {
            return null;
        }
        return new JoseHeader(algorithm, (String) keyId);
    }

    /** Extensions that must be understood: we understand none, and an unencoded payload is one of them. */
    private static boolean isDemanding(Map<String, Object> members) {
        return members.containsKey("crit") || members.containsKey("b64");
    }

    private static boolean isKeyId(@Nullable Object keyId) {
        return keyId == null || (keyId instanceof String text && text.length() <= LONGEST_KEY_ID);
    }
}
