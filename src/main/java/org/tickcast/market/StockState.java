package org.tickcast.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything the board knows of one stock. Belongs to the board, and so to the tick. */
final class StockState {

    private final Symbol symbol;
    private Volumes ato = Volumes.NONE;
    private Volumes continuous = Volumes.NONE;
    private Volumes atc = Volumes.NONE;
    private long activeBuyValue;
    private long activeSellValue;
    private @Nullable Instant lastUpdated;
    private StockPrice price = StockPrice.UNKNOWN;
    private Depth bids = Depth.EMPTY;
    private Depth asks = Depth.EMPTY;

    StockState(Symbol symbol) {
        this.symbol = symbol;
    }

    void quoted(Quote quote) {
        bids = quote.bids();
        asks = quote.asks();
    }

    void banded(PriceBand band) {
        price = price.within(band);
    }

    void traded(Trade trade) {
        Aggressor aggressor = Aggressor.of(trade, bids.best(), asks.best());
        long value = Math.multiplyExact(trade.price(), trade.volume());
        switch (aggressor) {
            case BUYER -> activeBuyValue = Math.addExact(activeBuyValue, value);
            case SELLER -> activeSellValue = Math.addExact(activeSellValue, value);
            case UNKNOWN -> {
                // Nobody attacked, so nobody's value grows; the shares count as neutral below.
            }
        }
        fill(trade.session(), aggressor.volumes(trade.volume()));
        price = price.tradedAt(trade.price());
        lastUpdated = trade.at();
    }

    private void fill(TradingSession session, Volumes shares) {
        switch (session) {
            case ATO -> ato = ato.plus(shares);
            case ATC -> atc = atc.plus(shares);
            case CONTINUOUS, PUT_THROUGH, LUNCH_BREAK, HALTED, CLOSED -> continuous = continuous.plus(shares);
        }
    }

    SessionStats stats() {
        return new SessionStats(symbol, ato, continuous, atc, activeBuyValue, activeSellValue, lastUpdated);
    }

    StockPrice price() {
        return price;
    }
}
