package org.tickcast.market.alert;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.PriceBand;
import org.tickcast.market.Trade;

/** A trade at the end of the stock's band, where it can go no further today. */
final class PriceBreakoutRule implements AlertRule {

    @Override
    public @Nullable Signal traded(Trade trade, @Nullable PriceBand band) {
        if (band == null) {
            return null;
        }
        if (trade.price() >= band.ceiling()) {
            return breakout(trade, "ceiling", band.ceiling());
        }
        return trade.price() <= band.floor() ? breakout(trade, "floor", band.floor()) : null;
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
