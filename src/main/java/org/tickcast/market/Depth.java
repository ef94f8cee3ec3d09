package org.tickcast.market;

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

    /** How many shares wait at one price. */
    public record Level(long price, long volume) {

        public Level {
            if (price <= 0 || volume < 0) {
                throw new IllegalArgumentException("No such level: " + volume + " shares at " + price);
            }
        }
    }
}
