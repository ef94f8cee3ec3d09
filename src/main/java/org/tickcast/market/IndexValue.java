package org.tickcast.market;

import java.time.Instant;

/** An index in points, with how many of its stocks rose, fell and stood still. */
public record IndexValue(
        Symbol index,
        double value,
        double priorValue,
        long totalVolume,
        int advances,
        int declines,
        int unchanged,
        Instant at)
        implements MarketEvent {

    public IndexValue {
        Checks.dated(index.code(), at);
        Checks.positivePoints(index, "value", value);
        Checks.positivePoints(index, "prior value", priorValue);
        Checks.notNegative(index, "volume", totalVolume);
        Checks.notNegative(index, "advances", advances);
        Checks.notNegative(index, "declines", declines);
        Checks.notNegative(index, "unchanged", unchanged);
    }

    @Override
    public void applyTo(MarketBoard board) {
        board.indexed(this);
    }
}
