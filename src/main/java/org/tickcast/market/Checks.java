package org.tickcast.market;

import java.time.Instant;

/** What every fact about the market has to satisfy; a bad one names itself. */
final class Checks {

    /** More shares or VND than any exchange sees in a day, and so few that the totals of a whole market fit a long. */
    private static final long MOST = 1_000_000_000_000_000L;

    /** Between these, whatever is computed from points is a number that JSON can write. */
    private static final double LEAST_POINTS = 0.01;

    private static final double MOST_POINTS = 1_000_000_000;

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Checks() {}

    /** A time with a year of four digits: every clock, file and client can write it, and microseconds can count it. */
    static void dated(String what, Instant at) {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException(what + ": nothing happens at " + at);
        }
    }

    static void positive(Symbol symbol, String what, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(symbol + ": " + what + " must be above 0, was " + value);
        }
        notAbsurd(symbol, what, value);
    }

    static void notNegative(Symbol symbol, String what, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(symbol + ": " + what + " must not be below 0, was " + value);
        }
        notAbsurd(symbol, what, value);
    }

    /** A trade that nobody could pay would also overflow the day's value. */
    static void payable(Symbol symbol, long price, long volume) {
        if (price > MOST / volume) {
            throw new IllegalArgumentException(symbol + ": nobody trades " + volume + " at " + price);
        }
    }

    static void positivePoints(Symbol symbol, String what, double value) {
        if (!(value >= LEAST_POINTS && value <= MOST_POINTS)) {
            throw new IllegalArgumentException(
                    symbol + ": " + what + " must be from 0.01 to a billion points, was " + value);
        }
    }

    static void pointsOrNone(Symbol symbol, String what, double value) {
        if (value != 0) {
            positivePoints(symbol, what, value);
        }
    }

    private static void notAbsurd(Symbol symbol, String what, long value) {
        if (value > MOST) {
            throw new IllegalArgumentException(symbol + ": " + what + " cannot be as much as " + value);
        }
    }
}
