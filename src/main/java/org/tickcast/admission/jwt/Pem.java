package org.tickcast.admission.jwt;

import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** A public key between two lines of dashes (RFC 7468). Nimbus would want BouncyCastle for it. */
final class Pem {

    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";
    private static final List<String> FAMILIES = List.of("RSA", "EC", "Ed25519");

    private Pem() {}

    static PublicKey publicKey(String pem) {
        if (pem.contains("PRIVATE KEY")) {
            throw new IllegalArgumentException("This is a private key; only the public one is needed here");
        }
        String text = pem.strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw new IllegalArgumentException("A public key stands between " + BEGIN + " and " + END);
        }
        return decoded(bytesOf(text.substring(BEGIN.length(), text.length() - END.length())));
    }

    private static byte[] bytesOf(String base64) {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Between the lines of dashes stands Base64", e);
        }
    }

    /** The bytes name their algorithm, so only its own factory takes them. */
    private static PublicKey decoded(byte[] bytes) {
        for (String family : FAMILIES) {
            try {
                return KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(bytes));
            } catch (InvalidKeySpecException e) {
                // Of another family: the next one may know it.
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java since 15 has " + family, e);
            }
        }
        throw new IllegalArgumentException("A public key is RSA, EC or Ed25519");
    }
}
