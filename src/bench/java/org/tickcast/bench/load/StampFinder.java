package org.tickcast.bench.load;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

/**
 * Finds out when a frame was published, in microseconds since 1970: by the value of a member, which is a number of
 * micro- or milliseconds or an ISO-8601 time with {@code Z} or an offset.
 */
final class StampFinder {

    /** What frames have that say nothing about it. */
    static final long NONE = -1;

    /** As a number of milliseconds it is in the year 5138, as one of microseconds in 1973. */
    private static final long LEAST_MICROS = 100_000_000_000_000L;

    private static final int ISO_SECONDS = "2026-11-21T12:15:13".length();
    private static final int OFFSET = "+07:00".length();

    private final byte[] key;
    private final boolean newest;

    private StampFinder(byte[] key, boolean newest) {
        this.key = key;
        this.newest = newest;
    }

    /** @param key the member's name, or {@code none} @param which {@code first} of several, or the {@code newest} */
    static StampFinder of(String key, String which) {
        if (!which.equals("first") && !which.equals("newest")) {
            throw new IllegalArgumentException("--stamp-of must be first or newest, was " + which);
        }
        return new StampFinder(key.equals("none") ? new byte[0] : Bytes.member(key), which.equals("newest"));
    }

    long find(ByteBuffer in, int from, int to) {
        if (key.length == 0) {
            return NONE;
        }
        int at = Bytes.behind(key, in, from, to);
        long found = NONE;
        while (at != Bytes.NOWHERE) {
            found = Math.max(found, read(in, at, to));
            at = newest ? Bytes.behind(key, in, at, to) : Bytes.NOWHERE;
        }
        return found;
    }

    private static long read(ByteBuffer in, int at, int to) {
        if (at < to && in.get(at) == '"') {
            return at + 1 + ISO_SECONDS < to ? iso(in, at + 1, to) : NONE;
        }
        long number = Bytes.number(in, at, to);
        return number >= LEAST_MICROS || number < 0 ? number : TimeUnit.MILLISECONDS.toMicros(number);
    }

    private static long iso(ByteBuffer in, int at, int to) {
        long day =
                daysSince1970((int) two(in, at) * 100 + (int) two(in, at + 2), (int) two(in, at + 5), two(in, at + 8));
        long seconds = ((day * 24 + two(in, at + 11)) * 60 + two(in, at + 14)) * 60 + two(in, at + 17);
        long micros = 0;
        long unit = TimeUnit.SECONDS.toMicros(1);
        int next = at + ISO_SECONDS;
        if (in.get(next) == '.') {
            next++;
            while (next < to && isDigit(in.get(next))) {
                unit /= 10;
                micros += (in.get(next++) - '0') * unit;
            }
        }
        return TimeUnit.SECONDS.toMicros(seconds - offsetSeconds(in, next, to)) + micros;
    }

    private static long offsetSeconds(ByteBuffer in, int at, int to) {
        if (at + OFFSET > to || in.get(at) == 'Z') {
            return 0;
        }
        long seconds = (two(in, at + 1) * 60 + two(in, at + 4)) * 60;
        return in.get(at) == '-' ? -seconds : seconds;
    }

    private static long two(ByteBuffer in, int at) {
        return (in.get(at) - '0') * 10L + (in.get(at + 1) - '0');
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    /** Counts years from March on, so that the day that comes every four years is their last. */
    private static long daysSince1970(int year, int month, long day) {
        int marchYear = month > 2 ? year : year - 1;
        int sinceMarch = (month + 9) % 12;
        long leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400;
        return marchYear * 365L + leapDays + (sinceMarch * 306 + 5) / 10 + day - 1 - 719_468;
    }
}
