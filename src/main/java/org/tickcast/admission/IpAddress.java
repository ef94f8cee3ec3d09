package org.tickcast.admission;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An IP address, read from its digits and never looked up: a name in a header must not make us ask a name server.
 *
 * <p>An IPv4 address is kept as the IPv6 address that stands for it, {@code ::ffff:a.b.c.d}, so the two spellings are
 * one address. A zone ({@code fe80::1%eth0}) is left out: it names a cable of this machine, not a client.
 */
record IpAddress(long high, long low) {

    private static final int LONGEST_TEXT = 64;
    private static final int GROUPS = 8;
    private static final long FOUR = 0xffffL;
    private static final String OCTET = "(?:0|[1-9][0-9]{0,2})";
    private static final Pattern DOTTED = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

    /** Returns null for anything but the digits of one address. */
    static @Nullable IpAddress read(String text) {
        if (text.length() > LONGEST_TEXT) {
            return null;
        }
        return text.indexOf(':') < 0 ? readFour(text) : readSix(withoutZone(text));
    }

    /** Strict: what other readers take for octal, or fill up with zeros, is no address here. */
    private static @Nullable IpAddress readFour(String text) {
        if (!DOTTED.matcher(text).matches()) {
            return null;
        }
        long bits = 0;
        for (String number : text.split("\\.", -1)) {
            int octet = Integer.parseInt(number);
            if (octet > 255) {
                return null;
            }
            bits = bits << 8 | octet;
        }
        return new IpAddress(0, FOUR << 32 | bits);
    }

    private static String withoutZone(String text) {
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    private static @Nullable IpAddress readSix(String text) {
        String groups = withHexTail(text);
        int gap = groups.indexOf("::");
        if (gap < 0) {
            return ofGroups(groups.split(":", -1), new String[0], 0);
        }
        String[] before = groups(groups.substring(0, gap));
        String[] after = groups(groups.substring(gap + 2));
        int zeros = GROUPS - before.length - after.length;
        return zeros < 1 ? null : ofGroups(before, after, zeros);
    }

    /** Turns the {@code ::ffff:192.0.2.1} way of writing into groups only. What is wrong stays, and is found later. */
    private static String withHexTail(String text) {
        int tail = text.lastIndexOf(':') + 1;
        IpAddress four = readFour(text.substring(tail));
        return four == null
                ? text
                : text.substring(0, tail) + Long.toHexString(four.low >>> 16 & 0xffff) + ":"
                        + Long.toHexString(four.low & 0xffff);
    }

    private static String[] groups(String text) {
        return text.isEmpty() ? new String[0] : text.split(":", -1);
    }

    private static @Nullable IpAddress ofGroups(String[] before, String[] after, int zeros) {
        if (before.length + zeros + after.length != GROUPS || !areGroups(before) || !areGroups(after)) {
            return null;
        }
        long[] halves = new long[2];
        for (int i = 0; i < GROUPS; i++) {
            long group = 0;
            if (i < before.length) {
                group = Long.parseLong(before[i], 16);
            } else if (i >= before.length + zeros) {
                group = Long.parseLong(after[i - before.length - zeros], 16);
            }
            halves[i / 4] = halves[i / 4] << 16 | group;
        }
        return new IpAddress(halves[0], halves[1]);
    }

    private static boolean areGroups(String[] texts) {
        return Arrays.stream(texts).allMatch(text -> GROUP.matcher(text).matches());
    }

    boolean isFour() {
        return high == 0 && low >>> 32 == FOUR;
    }

    /** The first so many of the 128 bits, then zeros. */
    IpAddress prefix(int bits) {
        return new IpAddress(high & mask(bits), low & mask(bits - 64));
    }

    private static long mask(int bits) {
        if (bits <= 0) {
            return 0;
        }
        return bits >= 64 ? -1 : -1L << (64 - bits);
    }

    /** The one way of RFC 5952 to write it. */
    @Override
    public String toString() {
        return isFour() ? dotted() : shortened();
    }

    private String dotted() {
        return IntStream.of(24, 16, 8, 0)
                .mapToObj(shift -> Long.toString(low >>> shift & 0xff))
                .collect(Collectors.joining("."));
    }

    private String shortened() {
        int longest = 0;
        int gap = 0;
        for (int start = 0; start < GROUPS; start++) {
            int zeros = zerosFrom(start);
            if (zeros > longest) {
                longest = zeros;
                gap = start;
            }
        }
        return longest < 2 ? hex(0, GROUPS) : hex(0, gap) + "::" + hex(gap + longest, GROUPS);
    }

    private int zerosFrom(int start) {
        int end = start;
        while (end < GROUPS && group(end) == 0) {
            end++;
        }
        return end - start;
    }

    private String hex(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Long.toHexString(group(i)))
                .collect(Collectors.joining(":"));
    }

    private long group(int index) {
        return (index < 4 ? high : low) >>> 16 * (3 - index % 4) & 0xffff;
    }
}
