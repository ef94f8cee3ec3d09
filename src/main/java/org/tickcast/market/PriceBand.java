package org.tickcast.market;

import java.time.Instant;

/** The prices between which a stock may trade today, in VND. */
public record PriceBand(Symbol symbol, long reference, long ceiling, long floor, Instant at) implements MarketEvent {

    public PriceBand {
        Checks.dated(symbol.code(), at);
        Checks.positive(symbol, "floor", floor);
        Checks.positive(symbol, "ceiling", ceiling);
        if (floor > reference || reference > ceiling) {
            throw new IllegalArgumentException(
                    symbol + ": band must rise from floor " + floor + " over " + reference + " to ceiling " + ceiling);
        }
    }

    public boolean contains(long price) {
        return price >= floor && price <= ceiling;
    }

    @Override
    public void applyTo(MarketBoard board) {
        board.banded(this);
    }
}
