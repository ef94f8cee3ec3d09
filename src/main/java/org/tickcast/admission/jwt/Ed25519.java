package org.tickcast.admission.jwt;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/** Ed25519 as the JDK has it. Nimbus would want Tink for it, and Java has known it since 15. */
final class Ed25519 {

    private static final int KEY_BYTES = 32;
    private static final int SIGN_BIT = 0x80;

    private Ed25519() {}

    static boolean passes(PublicKey key, byte[] signed, byte[] signature) throws GeneralSecurityException {
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(key);
        check.update(signed);
        return check.verify(signature);
    }

    /** The key in the 32 bytes of RFC 8032: y, the lowest byte first, and the sign of x in the highest bit. */
    static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        if (encoded.length != KEY_BYTES) {
            throw new IllegalArgumentException("An Ed25519 key has 32 bytes, not " + encoded.length);
        }
        byte[] y = reversed(encoded);
        boolean xIsOdd = (y[0] & SIGN_BIT) != 0;
        y[0] &= (byte) ~SIGN_BIT;
        EdECPoint point = new EdECPoint(xIsOdd, new BigInteger(1, y));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] turned = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            turned[i] = bytes[bytes.length - 1 - i];
        }
        return turned;
    }
}
