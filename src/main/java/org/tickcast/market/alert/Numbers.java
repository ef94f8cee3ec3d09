package org.tickcast.market.alert;

/** Numbers as alerts show them: short. */
final class Numbers {

    private Numbers() {}

    static double rounded(double value, int places) {
        double scale = Math.pow(10, places);
        return Math.round(value * scale) / scale;
    }
}
