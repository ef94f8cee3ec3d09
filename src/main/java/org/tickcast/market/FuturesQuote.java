package org.tickcast.market;

import java.time.Instant;

/** The best bid and ask of an index futures contract, in points; 0 where nobody offers one. */
public record FuturesQuote(Symbol contract, double bid, double ask, Instant at) implements MarketEvent {

    public FuturesQuote {
        if (!(bid >= 0) || !(ask >= 0)) {
            throw new IllegalArgumentException(contract + " quoted at " + bid + "/" + ask);
        }
    }

    @Override
    public void applyTo(MarketBoard board) {
        board.futuresQuoted(this);
    }
}
