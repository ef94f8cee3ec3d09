package org.tickcast.feed;

import java.time.Duration;
import java.time.Instant;
import org.tickcast.market.FuturesListing;
import org.tickcast.market.SessionClock;
import org.tickcast.market.SessionPhase;
import org.tickcast.market.Symbol;

/** The trading day of the simulated market: when it is over, when the next one begins, and which future it is about. */
final class MarketDay {

    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    private final ResetTime reset;
    private final FuturesListing futures;

    private Instant ends;
    private boolean over;

    MarketDay(SimulationSettings settings, Instant start) {
        this.reset = settings.reset();
        this.futures = settings.futures();
        this.ends = reset.nextAfter(start);
    }

    /** Whether a day has ended and the next one has not begun. */
    boolean isOver() {
        return over;
    }

    /** Ends the day if it is time. Returns whether this did it. */
    boolean endsAt(Instant now) {
        if (over || now.isBefore(ends)) {
            return false;
        }
        over = true;
        return true;
    }

    /** Begins the next day as soon as there is one. Returns whether this did it. */
    boolean beginsAt(Instant now, SessionPhase phase) {
        if (!over || phase == SessionPhase.CLOSED) {
            return false;
        }
        over = false;
        ends = reset.nextAfter(now);
        return true;
    }

    /** A day may begin in the afternoon of the date before; the date of its middle is that on which it trades. */
    Symbol frontMonth() {
        return futures.frontMonth(SessionClock.dateAt(ends.minus(HALF_A_DAY))).symbol();
    }
}
