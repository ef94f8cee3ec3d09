package org.tickcast.launcher;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * Private keys in the forms that PEM files have them in. The JDK reads PKCS#8 only. The older forms of RSA and EC keys are
 * what PKCS#8 has inside, without the name of the algorithm; and that is in the certificate, in the same bytes.
 */
final class PrivateKeys {

    private static final String PKCS8 = "PRIVATE KEY";
    private static final byte[] VERSION_ZERO = {2, 1, 0};
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;

    private PrivateKeys() {}

    static boolean isKey(Pem block) {
        return block.label().equals(PKCS8)
                || block.label().equals("RSA PRIVATE KEY")
                || block.label().equals("EC PRIVATE KEY");
    }

    /** @throws GeneralSecurityException when the key is damaged, or not of the kind that the certificate has */
    static PrivateKey read(Pem block, PublicKey certified) throws GeneralSecurityException {
        byte[] encoded = block.label().equals(PKCS8) ? block.bytes() : wrapped(block.bytes(), certified);
        return KeyFactory.getInstance(certified.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    /** Whether what the one signs the other confirms. */
    static boolean fit(PrivateKey key, PublicKey certified) throws GeneralSecurityException {
        byte[] said = {1, 2, 3};
        Signature signature = Signature.getInstance(
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                });
        signature.initSign(key);
        signature.update(said);
        byte[] signed = signature.sign();
        signature.initVerify(certified);
        signature.update(said);
        return signature.verify(signed);
    }

    private static byte[] wrapped(byte[] older, PublicKey certified) {
        ByteArrayOutputStream inside = new ByteArrayOutputStream();
        inside.writeBytes(VERSION_ZERO);
        inside.writeBytes(algorithm(certified.getEncoded()));
        inside.writeBytes(element(OCTETS, older));
        return element(SEQUENCE, inside.toByteArray());
    }

    /** A public key is a sequence that begins with its algorithm, which is a sequence again, and a short one. */
    private static byte[] algorithm(byte[] publicKey) {
        ByteBuffer in = ByteBuffer.wrap(publicKey);
        in.get();
        int length = in.get() & 0xff;
        if (length >= 0x80) {
            in.position(in.position() + length - 0x80);
        }
        byte[] algorithm = new byte[2 + in.get(in.position() + 1)];
        in.get(algorithm);
        return algorithm;
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        if (content.length < 0x80) {
            element.write(content.length);
        } else {
            element.write(0x82);
            element.write(content.length >> 8);
            element.write(content.length);
        }
        element.writeBytes(content);
        return element.toByteArray();
    }
}
