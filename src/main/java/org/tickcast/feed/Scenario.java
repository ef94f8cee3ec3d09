package org.tickcast.feed;

/** What kind of day the simulated market has. All that tells one from another stands here. */
public enum Scenario {
    /** An ordinary day: about thirty trades a second. */
    CALM(180, 0, 1, Fall.NONE),
    /** The fullest day an exchange has to carry: five thousand events a second and more in continuous trading. */
    BUSY(9_000, 0.9, 1.2, Fall.NONE),
    /**
     * After one ordinary minute everything falls to the floor within eight; then hardly anybody is left, and it takes
     * two hours until the market has recovered a part.
     */
    CRASH(180, 0, 1.2, new Fall(60, 480, 0.095, 7_200, 0.45));

    private final double ordersPerSecond;
    private final double leastIntensity;
    private final double nervousness;
    private final Fall fall;

    Scenario(double ordersPerSecond, double leastIntensity, double nervousness, Fall fall) {
        this.ordersPerSecond = ordersPerSecond;
        this.leastIntensity = leastIntensity;
        this.nervousness = nervousness;
        this.fall = fall;
    }

    /** Orders and cancels for all stocks together, when the mood and the hour are usual. */
    double ordersPerSecond() {
        return ordersPerSecond;
    }

    /** What is left of the usual in a quiet spell, at least. */
    double leastIntensity() {
        return leastIntensity;
    }

    /** By how much prices move more than on an ordinary day. */
    double nervousness() {
        return nervousness;
    }

    Fall fall() {
        return fall;
    }

    /** When prices collapse, counted in seconds of trading, how far (0.1 is ten per cent), and what they recover of it. */
    record Fall(int afterSeconds, int seconds, double depth, int recoverySeconds, double recovered) {

        static final Fall NONE = new Fall(Integer.MAX_VALUE, 1, 0, 1, 0);

        /** How far prices are below where they would be without it. */
        double below(long secondsTraded) {
            double fallen = smoothly(((double) secondsTraded - afterSeconds) / seconds);
            double back = smoothly(((double) secondsTraded - afterSeconds - seconds) / recoverySeconds);
            return depth * (fallen - recovered * back);
        }

        boolean isHappening(long secondsTraded) {
            return secondsTraded >= afterSeconds && secondsTraded - afterSeconds < seconds;
        }

        /** How much of the strength to trade is gone: all of it, 1, right after the fall. */
        double exhaustion(long secondsTraded) {
            double since = (double) secondsTraded - afterSeconds - seconds;
            return since < 0 ? 0 : Math.max(0, 1 - since / recoverySeconds);
        }

        private static double smoothly(double progress) {
            double part = Math.max(0, Math.min(1, progress));
            return part * part * (3 - 2 * part);
        }
    }
}
