package org.tickcast.market;

import java.time.Instant;
import java.time.InstantSource;

/**
 * What time it is in the market that is shown, and the hours that it keeps. A simulated market may run faster than our
 * clock, or trade at night; a recorded one is of another day.
 */
public record MarketTime(InstantSource clock, MarketHours hours) {

    public Instant now() {
        return clock.instant();
    }

    /** Whether orders meet on a board now. */
    public boolean matchesOrders(TradingBoard board) {
        return hours.phase(board, now()).matchesOrders();
    }
}
