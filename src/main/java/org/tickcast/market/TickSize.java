package org.tickcast.market;

/** The steps in which a stock's price moves on HOSE, in VND: finer for cheap stocks, coarser for dear ones. */
public final class TickSize {

    private static final long MIDDLE_FROM = 10_000;
    private static final long DEAR_FROM = 50_000;

    private static final int BAND_PERCENT = 7;

    private TickSize() {}

    /** The step from this price upwards. */
    public static long at(long price) {
        if (price < MIDDLE_FROM) {
            return 10;
        }
        return price < DEAR_FROM ? 50 : 100;
    }

    public static boolean isOnTick(long price) {
        return price % at(price) == 0;
    }

    public static long oneUp(long price) {
        return price + at(price);
    }

    /** The next price below: just under a border the step is already the finer one. */
    public static long oneDown(long price) {
        return price - at(price - 1);
    }

    /** The highest price at which a stock may trade today, rounded down to a tick. */
    public static long ceilingFor(long reference) {
        long ceiling = reference * (100 + BAND_PERCENT) / 100;
        return ceiling - ceiling % at(ceiling);
    }

    /** The lowest price at which a stock may trade today, rounded up to a tick. */
    public static long floorFor(long reference) {
        long floor = -Math.floorDiv(-reference * (100 - BAND_PERCENT), 100L);
        return -Math.floorDiv(-floor, at(floor)) * at(floor);
    }
}
