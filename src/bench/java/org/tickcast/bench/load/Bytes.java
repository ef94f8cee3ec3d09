package org.tickcast.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Looks for what is in a frame without making texts of it. Positions are absolute; {@code to} is behind the last. */
final class Bytes {

    static final int NOWHERE = -1;

    private Bytes() {}

    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** How a member of this name begins in a frame without blanks. */
    static byte[] member(String name) {
        return of("\"" + name + "\":");
    }

    /** The position behind the first such bytes. */
    static int behind(byte[] wanted, ByteBuffer in, int from, int to) {
        byte first = wanted[0];
        int last = to - wanted.length;
        for (int at = from; at <= last; at++) {
            if (in.get(at) == first && isAt(wanted, in, at)) {
                return at + wanted.length;
            }
        }
        return NOWHERE;
    }

    /** Whether these bytes are here; the caller knows that there are enough. */
    static boolean isAt(byte[] wanted, ByteBuffer in, int at) {
        for (int i = 1; i < wanted.length; i++) {
            if (in.get(at + i) != wanted[i]) {
                return false;
            }
        }
        return in.get(at) == wanted[0];
    }

    /** The number that begins here, or -1 when none does. */
    static long number(ByteBuffer in, int from, int to) {
        long number = -1;
        for (int at = from; at < to; at++) {
            int digit = in.get(at) - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            number = (number < 0 ? 0 : number * 10) + digit;
        }
        return number;
    }
}
