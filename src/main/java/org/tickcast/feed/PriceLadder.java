package org.tickcast.feed;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.tickcast.market.PriceBand;
import org.tickcast.market.TickSize;

/** Every price at which a stock may trade today, from the floor, step 0, to the ceiling. */
final class PriceLadder {

    private final long[] prices;

    PriceLadder(PriceBand band) {
        prices = LongStream.iterate(band.floor(), band::contains, TickSize::oneUp)
                .toArray();
    }

    int steps() {
        return prices.length;
    }

    boolean has(int step) {
        return step >= 0 && step < prices.length;
    }

    long price(int step) {
        return prices[step];
    }

    /** The step of the highest price that is not above this one; -1 when it lies below the floor. */
    int stepAtOrBelow(double price) {
        int found = Arrays.binarySearch(prices, (long) Math.floor(price));
        return found >= 0 ? found : -found - 2;
    }

    /** The step nearest to this one that is still in the band. */
    int into(int step) {
        return Math.max(0, Math.min(prices.length - 1, step));
    }
}
