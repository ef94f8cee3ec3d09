package org.tickcast.hub;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tickcast.admission.ClientAddress;

/**
 * What those are called who are known by address only. The same address has the same name wherever the secret is the
 * same, and nobody without the secret finds the address.
 *
 * <p>Threads: any.
 */
public final class GuestNames {

    static final String PREFIX = "guest:";

    private static final int BYTES = 6;
    private static final int SHORTEST_SECRET = 16;

    private volatile byte[] secret;

    public GuestNames(byte[] secret) {
        this.secret = checked(secret);
    }

    private static byte[] checked(byte[] secret) {
        if (secret.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException("A secret has at least " + SHORTEST_SECRET + " bytes");
        }
        return secret.clone();
    }

    /** Who is asked for from now on is called by this one. */
    void goBy(byte[] another) {
        secret = checked(another);
    }

    public String nameOf(ClientAddress address) {
        MessageDigest digest = sha256();
        digest.update(secret);
        byte[] hash = digest.digest(address.limitKey().getBytes(StandardCharsets.UTF_8));
        return PREFIX + HexFormat.of().formatHex(hash, 0, BYTES);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
