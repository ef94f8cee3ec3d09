package org.tickcast.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
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

    void save(DataOutput out) throws IOException {
        out.writeLong(reference);
        out.writeLong(ceiling);
        out.writeLong(floor);
        out.writeLong(at.getEpochSecond());
        out.writeInt(at.getNano());
    }

    static PriceBand load(Symbol symbol, DataInput in) throws IOException {
        long reference = in.readLong();
        long ceiling = in.readLong();
        long floor = in.readLong();
        return new PriceBand(symbol, reference, ceiling, floor, Instant.ofEpochSecond(in.readLong(), in.readInt()));
    }
}
