package org.tickcast.market;

import java.time.Instant;

/** Index futures changed hands: how many contracts, at how many points, against which reference price. */
public record FuturesTrade(Symbol contract, double price, long volume, double reference, Instant at)
        implements MarketEvent {

    public FuturesTrade {
        Checks.dated(contract.code(), at);
        Checks.positivePoints(contract, "price", price);
        Checks.positive(contract, "volume", volume);
        Checks.positivePoints(contract, "reference price", reference);
    }

    @Override
    public void applyTo(MarketBoard board) {
        board.futuresTraded(this);
    }
}
