package org.tickcast.hub;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Short names for long ones. */
final class Names {

    /** 96 bits: no two of them are the same by chance. */
    private static final int BYTES = 12;

    private Names() {}

    /** Of letters and digits. */
    static String shortFor(String name) {
        byte[] hash = GuestNames.sha256().digest(name.getBytes(StandardCharsets.UTF_8));
        return new BigInteger(1, Arrays.copyOf(hash, BYTES)).toString(Character.MAX_RADIX);
    }
}
