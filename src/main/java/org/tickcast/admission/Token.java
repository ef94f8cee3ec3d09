package org.tickcast.admission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A secret that lets its bearer in. It can be compared, and never read back or printed. */
public final class Token {

    /** Digests have one length, so comparing them tells nothing about the length of the secret either. */
    private final byte[] digest;

    public Token(String secret) {
        digest = sha256(secret);
    }

    /** Takes the same time wherever the two differ. */
    public boolean matches(String presented) {
        return MessageDigest.isEqual(digest, sha256(presented));
    }

    @Override
    public String toString() {
        return "Token[…]";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
