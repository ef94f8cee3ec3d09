package org.tickcast.market.alert;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.StockPrice;
import org.tickcast.market.Trade;

/** A trade at the end of the stock's band, where it can go no further today. */
final class PriceBreakoutRule implements AlertRule {

    @Override
    public @Nullable Signal traded(Trade trade, StockPrice price) {
        if (price.ceiling() <= 0 || price.floor() <= 0) {
            return null;
        }
        if (trade.price() >= price.ceiling()) {
            return breakout(trade, "ceiling", price.ceiling());
        }
        return trade.price() <= price.floor() ? breakout(trade, "floor", price.floor()) : null;
    }

    private static Signal breakout(Trade trade, String direction, long end) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("price", trade.price());
        data.put(direction, end);
        data.put("direction", direction);
        String message = String.format(Locale.ROOT, "%s is at its %s of %,d", trade.symbol(), direction, end);
        return new Signal(AlertType.PRICE_BREAKOUT, trade.symbol(), message, trade.at(), data);
    }
}
