package org.tickcast.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One side of a stock's order book, best price first. */
public record Depth(List<Level> levels) {

    public static final int MAX_LEVELS = 10;
    public static final Depth EMPTY = new Depth(List.of());

    public Depth {
        levels = List.copyOf(levels);
        if (levels.size() > MAX_LEVELS) {
            throw new IllegalArgumentException("At most " + MAX_LEVELS + " levels, not " + levels.size());
        }
    }

    /** The best price in VND, or 0 when nobody offers one. */
    public long best() {
        return levels.isEmpty() ? 0 : levels.get(0).price();
    }

    void save(DataOutput out) throws IOException {
        out.writeByte(levels.size());
        for (Level level : levels) {
            out.writeLong(level.price());
            out.writeLong(level.volume());
        }
    }

    static Depth load(DataInput in) throws IOException {
        List<Level> levels = new ArrayList<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            levels.add(new Level(in.readLong(), in.readLong()));
        }
        return new Depth(levels);
    }

    /** How many shares wait at one price. */
    public record Level(long price, long volume) {

        public Level {
            if (price <= 0 || volume < 0) {
                throw new IllegalArgumentException("No such level: " + volume + " shares at " + price);
            }
        }
    }
}
