package org.tickcast.market;

import java.time.Instant;

/** Shares changed hands: how many, at which price in VND, and in which part of the day. */
public record Trade(Symbol symbol, long price, long volume, TradingSession session, Instant at) implements MarketEvent {

    public Trade {
        Checks.dated(symbol.code(), at);
        Checks.positive(symbol, "price", price);
        Checks.positive(symbol, "volume", volume);
        Checks.payable(symbol, price, volume);
    }

    @Override
    public void applyTo(MarketBoard board) {
        board.traded(this);
    }
}
