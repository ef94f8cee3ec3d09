package org.tickcast.market;

/** What every fact about the market has to satisfy; a bad one names itself. */
final class Checks {

    private Checks() {}

    static void positive(Symbol symbol, String what, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(symbol + ": " + what + " must be above 0, was " + value);
        }
    }

    static void notNegative(Symbol symbol, String what, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(symbol + ": " + what + " must not be below 0, was " + value);
        }
    }

    static void positivePoints(Symbol symbol, String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(symbol + ": " + what + " must be a number above 0, was " + value);
        }
    }
}
