package org.tickcast.market;

import java.time.Instant;

/** The best bid and ask of an index futures contract, in points; 0 where nobody offers one. */
public record FuturesQuote(Symbol contract, double bid, double ask, Instant at) implements MarketEvent {

    public FuturesQuote {
        Checks.dated(contract.code(), at);
        Checks.pointsOrNone(contract, "bid", bid);
        Checks.pointsOrNone(contract, "ask", ask);
    }

    @Override
    public void applyTo(MarketBoard board) {
        board.futuresQuoted(this);
    }
}
