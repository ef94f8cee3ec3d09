package org.tickcast.market;

import java.time.Instant;

/** The trading day is over: what was traded and at which prices belongs to yesterday. Books stay as they are. */
public record DailyReset(Instant at) implements MarketEvent {

    public DailyReset {
        Checks.dated("the end of a day", at);
    }

    @Override
    public void applyTo(MarketBoard board) {
        board.dayEnded();
    }
}
