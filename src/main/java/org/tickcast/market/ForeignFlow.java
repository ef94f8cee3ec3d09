package org.tickcast.market;

import java.time.Instant;

/** What foreign investors have bought and sold of a stock since the open, and how much they still may own. */
public record ForeignFlow(
        Symbol symbol,
        long buyVolume,
        long sellVolume,
        long buyValue,
        long sellValue,
        long totalRoom,
        long currentRoom,
        Instant at)
        implements MarketEvent {

    public ForeignFlow {
        Checks.dated(symbol.code(), at);
        Checks.notNegative(symbol, "foreign buy volume", buyVolume);
        Checks.notNegative(symbol, "foreign sell volume", sellVolume);
        Checks.notNegative(symbol, "foreign buy value", buyValue);
        Checks.notNegative(symbol, "foreign sell value", sellValue);
        Checks.notNegative(symbol, "foreign room", totalRoom);
        Checks.notNegative(symbol, "free foreign room", currentRoom);
    }

    @Override
    public void applyTo(MarketBoard board) {
        board.flowed(this);
    }
}
