package org.tickcast.market;

import org.jspecify.annotations.Nullable;

/** One futures contract. Belongs to the board, and so to the tick. */
final class FuturesState {

    private @Nullable FuturesTrade latest;
    private long volume;
    private double bid;
    private double ask;

    void traded(FuturesTrade trade) {
        latest = trade;
        volume = Math.addExact(volume, trade.volume());
    }

    void quoted(FuturesQuote quote) {
        bid = quote.bid();
        ask = quote.ask();
    }

    long volume() {
        return volume;
    }

    /** What to show of the contract: nothing before its first trade. */
    @Nullable FuturesPicture picture(double spot) {
        FuturesTrade trade = latest;
        if (trade == null) {
            return null;
        }
        return new FuturesPicture(
                trade.contract(), trade.price(), trade.reference(), volume, bid, ask, spot, trade.at());
    }
}
