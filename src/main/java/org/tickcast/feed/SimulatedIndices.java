package org.tickcast.feed;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.tickcast.market.IndexValue;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.Watchlist;

/** The index of the thirty stocks, by their weights, and the index of the whole market, which has more stocks in it. */
final class SimulatedIndices {

    static final double VN30_AT_FIRST = 1_980.0;
    private static final double VNINDEX_AT_FIRST = 1_745.0;
    private static final double SHARE_OF_THIRTY = 0.7;

    private final List<SimulatedStock> stocks;
    private final WiderMarket others;
    private final double weights;
    private double vn30Yesterday = VN30_AT_FIRST;
    private double vnIndexYesterday = VNINDEX_AT_FIRST;

    SimulatedIndices(List<SimulatedStock> stocks, Random random) {
        this.stocks = stocks;
        this.others = new WiderMarket(random);
        this.weights = weights(stocks);
    }

    double weights() {
        return weights;
    }

    /** Before anything is forgotten of the day before: where it closed is what this one is measured by. */
    void dayBegins() {
        vn30Yesterday = vn30();
        vnIndexYesterday = vnIndex();
        others.dayBegins();
    }

    void secondPasses() {
        others.secondPasses(move(), volume());
    }

    double vn30() {
        return points(VN30_AT_FIRST * (1 + move()));
    }

    void report(Instant at, Consumer<MarketEvent> sink) {
        int up = moved(1);
        int down = moved(-1);
        sink.accept(new IndexValue(
                Watchlist.VN30, vn30(), vn30Yesterday, volume(), up, down, stocks.size() - up - down, at));
        reportWhole(up + others.moved(1), down + others.moved(-1), at, sink);
    }

    private void reportWhole(int up, int down, Instant at, Consumer<MarketEvent> sink) {
        sink.accept(new IndexValue(
                Watchlist.VNINDEX,
                vnIndex(),
                vnIndexYesterday,
                volume() + others.volume(),
                up,
                down,
                stocks.size() + others.stocks() - up - down,
                at));
    }

    private double vnIndex() {
        double move = SHARE_OF_THIRTY * move() + (1 - SHARE_OF_THIRTY) * others.move();
        return points(VNINDEX_AT_FIRST * (1 + move));
    }

    /** How far the thirty stocks together, by weight, are from the prices of the first morning. */
    private double move() {
        double weighted = 0;
        for (SimulatedStock stock : stocks) {
            weighted += stock.weight() * (stock.growth() - 1);
        }
        return weighted / weights;
    }

    private long volume() {
        long volume = 0;
        for (SimulatedStock stock : stocks) {
            volume += stock.volume();
        }
        return volume;
    }

    private int moved(int direction) {
        int count = 0;
        for (SimulatedStock stock : stocks) {
            count += direction * stock.change() > 0 ? 1 : 0;
        }
        return count;
    }

    /** Added up one by one: how a stream does it has changed between Javas. */
    private static double weights(List<SimulatedStock> stocks) {
        double weights = 0;
        for (SimulatedStock stock : stocks) {
            weights += stock.weight();
        }
        return weights;
    }

    private static double points(double value) {
        return Math.rint(value * 100) / 100;
    }
}
