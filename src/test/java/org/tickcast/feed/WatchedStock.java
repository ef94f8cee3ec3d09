package org.tickcast.feed;

import java.util.ArrayList;
import java.util.List;
import org.tickcast.market.Depth;
import org.tickcast.market.ForeignFlow;
import org.tickcast.market.PriceBand;
import org.tickcast.market.Quote;
import org.tickcast.market.TickSize;
import org.tickcast.market.Trade;

/** One stock as a spectator sees it who looks once a second while it trades, and takes notes every five minutes. */
final class WatchedStock {

    private final PriceBand band;
    private final List<Double> middles = new ArrayList<>();
    private Quote quote;
    private long foreignVolume;
    private boolean sawFloor;
    private long samples;
    private long oneTickSamples;
    private long ticks;
    private long emptySamples;

    WatchedStock(PriceBand band) {
        this.band = band;
        this.quote = new Quote(band.symbol(), Depth.EMPTY, Depth.EMPTY, band.at());
    }

    void quoted(Quote newest) {
        quote = newest;
    }

    void flowed(ForeignFlow flow) {
        foreignVolume = flow.buyVolume() + flow.sellVolume();
    }

    void traded(Trade trade) {
        sawFloor |= trade.price() == band.floor();
    }

    void look(boolean andTakeNotes) {
        long bid = quote.bids().best();
        long ask = quote.asks().best();
        if (bid == 0 || ask == 0) {
            emptySamples++;
        } else {
            count((ask - bid) / TickSize.at(bid));
        }
        if (andTakeNotes) {
            middles.add(bid == 0 || ask == 0 ? (double) (bid + ask) : (bid + ask) / 2.0);
        }
    }

    private void count(long spread) {
        samples++;
        ticks += spread;
        oneTickSamples += spread == 1 ? 1 : 0;
    }

    /** By how much the middle between bid and ask moved in each five minutes. */
    double[] returns() {
        double[] returns = new double[middles.size() - 1];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = middles.get(i + 1) / middles.get(i) - 1;
        }
        return returns;
    }

    long foreignVolume() {
        return foreignVolume;
    }

    boolean sawFloor() {
        return sawFloor;
    }

    long samples() {
        return samples;
    }

    long oneTickSamples() {
        return oneTickSamples;
    }

    long ticks() {
        return ticks;
    }

    long emptySamples() {
        return emptySamples;
    }
}
