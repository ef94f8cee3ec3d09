package org.tickcast.wire;

import org.tickcast.market.StockPrice;

/** The price of one stock, in VND. */
public record PriceView(long lastPrice, long change, double changePct, long refPrice, long ceiling, long floor) {

    static PriceView of(StockPrice price) {
        return new PriceView(
                price.last(),
                price.change(),
                Decimals.cents(price.changePercent()),
                price.reference(),
                price.ceiling(),
                price.floor());
    }
}
