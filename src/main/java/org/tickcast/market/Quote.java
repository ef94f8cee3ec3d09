package org.tickcast.market;

import java.time.Instant;

/** The order book of a stock after a change. */
public record Quote(Symbol symbol, Depth bids, Depth asks, Instant at) implements MarketEvent {

    public Quote {
        Checks.dated(symbol.code(), at);
    }

    @Override
    public void applyTo(MarketBoard board) {
        board.quoted(this);
    }
}
