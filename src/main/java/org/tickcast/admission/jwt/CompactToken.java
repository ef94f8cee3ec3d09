package org.tickcast.admission.jwt;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A token in its three parts (RFC 7515, section 7.1). Nothing in them is believed yet. */
final class CompactToken {

    private static final int PARTS = 3;

    private final byte[] header;
    private final byte[] payload;
    private final byte[] signature;
    private final byte[] signed;

    private CompactToken(String header, String payload, String signature) {
        this.header = decoded(header);
        this.payload = decoded(payload);
        this.signature = decoded(signature);
        this.signed = (header + "." + payload).getBytes(StandardCharsets.US_ASCII);
    }

    /** The parts of this text, or null when it is no signed token: an encrypted one, for instance, has five. */
    static @Nullable CompactToken of(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != PARTS) {
            return null;
        }
        try {
            return new CompactToken(parts[0], parts[1], parts[2]);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    byte[] header() {
        return header;
    }

    byte[] payload() {
        return payload;
    }

    boolean isSignedWith(VerificationKey key) {
        return key.signed(signed, signature);
    }

    /** Decoders forgive padding and stray bits, and then one token has many spellings. So it is also spelt back. */
    private static byte[] decoded(String base64) {
        byte[] bytes = Base64.getUrlDecoder().decode(base64);
        String back = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        if (bytes.length == 0 || !back.equals(base64)) {
            throw new IllegalArgumentException("Not the Base64 of a token");
        }
        return bytes;
    }
}
