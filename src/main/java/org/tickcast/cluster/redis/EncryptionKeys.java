package org.tickcast.cluster.redis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals with AES-256-GCM. The first key seals, and all of them open, so that a new key is put before the old one on all
 * nodes, and the old one is taken away when nothing is left that it has sealed. What is sealed begins with the key's id.
 *
 * <p>Threads: any.
 */
public final class EncryptionKeys implements Seal {

    public static final String MAY_BE = "keys of 32 bytes each in Base64, with commas between them";

    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Map<Integer, SecretKeySpec> keys = new LinkedHashMap<>();
    private final int first;
    private final SecureRandom random = new SecureRandom();

    private EncryptionKeys(List<byte[]> secrets) {
        for (byte[] secret : secrets) {
            keys.put(idOf(secret), new SecretKeySpec(secret, "AES"));
        }
        this.first = keys.keySet().iterator().next();
    }

    /** @throws IllegalArgumentException when they are none; its words do not repeat them */
    public static EncryptionKeys parse(String text) {
        return new EncryptionKeys(
                Arrays.stream(text.split(",", -1)).map(EncryptionKeys::key).toList());
    }

    private static byte[] key(String text) {
        String plain = text.strip().replace('-', '+').replace('_', '/');
        byte[] key = Base64.getDecoder().decode(plain.getBytes(StandardCharsets.US_ASCII));
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("A key has " + KEY_BYTES + " bytes, not " + key.length);
        }
        return key;
    }

    private static int idOf(byte[] key) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key))
                    .getInt();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public byte[] close(String text, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.get(first), nonce, place);
            byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(ID_BYTES + NONCE_BYTES + sealed.length)
                    .putInt(first)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public @Nullable String open(byte[] written, String place) {
        if (written.length < ID_BYTES + NONCE_BYTES) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(written);
        SecretKeySpec key = keys.get(in.getInt());
        byte[] nonce = new byte[NONCE_BYTES];
        in.get(nonce);
        try {
            return key == null ? null : new String(decrypted(key, nonce, place, in), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException notOurs) {
            return null; // That is the answer: whoever asks counts it and says so.
        }
    }

    private static byte[] decrypted(SecretKeySpec key, byte[] nonce, String place, ByteBuffer rest)
            throws GeneralSecurityException {
        byte[] sealed = new byte[rest.remaining()];
        rest.get(sealed);
        return cipher(Cipher.DECRYPT_MODE, key, nonce, place).doFinal(sealed);
    }

    private static Cipher cipher(int mode, @Nullable SecretKeySpec key, byte[] nonce, String place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
