package org.tickcast.wire;

/** Numbers as people read them. */
final class Decimals {

    private Decimals() {}

    /** Two digits after the point; more would only be noise of the binary arithmetic. */
    static double cents(double value) {
        // Adding 0 turns -0.0, which JSON would show, into 0.0.
        return Math.rint(value * 100) / 100 + 0.0;
    }
}
