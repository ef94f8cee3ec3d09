package org.tickcast.admission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A secret that lets its bearer in. It can be compared, and never read back or printed. */
public final class Token {

    private static final String HASHED = "sha256:";
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

    private final Digest digest;

    public Token(String secret) {
        this(Digest.of(secret));
    }

    private Token(Digest digest) {
        this.digest = digest;
    }

    /** As it is configured: {@code sha256:} and 64 hexadecimal digits, or the secret itself. */
    public static Token configured(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A token is not blank");
        }
        if (!text.startsWith(HASHED)) {
            return new Token(text);
        }
        String hash = text.substring(HASHED.length());
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("After " + HASHED + " come 64 hexadecimal digits");
        }
        return new Token(new Digest(HexFormat.of().parseHex(hash)));
    }

    /** Takes the same time wherever the two differ. */
    public boolean matches(String presented) {
        return matches(Digest.of(presented));
    }

    boolean matches(Digest presented) {
        return MessageDigest.isEqual(digest.bytes, presented.bytes);
    }

    boolean sameAs(Token other) {
        return matches(other.digest);
    }

    @Override
    public String toString() {
        return "Token[…]";
    }

    /** Digests have one length, so comparing them tells nothing about the length of the secret either. */
    static final class Digest {

        private final byte[] bytes;

        private Digest(byte[] bytes) {
            this.bytes = bytes;
        }

        static Digest of(String text) {
            try {
                return new Digest(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }
    }
}
