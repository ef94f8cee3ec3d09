package org.tickcast.market.alert;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.PriceBand;
import org.tickcast.market.Trade;

/** A trade at the end of the stock's band, where it can go no further today. */
final class PriceBreakoutRule implements AlertRule {

    private final Quiet quiet;

    PriceBreakoutRule(Quiet quiet) {
        this.quiet = quiet;
    }

    @Override
    public @Nullable Signal traded(Trade trade, @Nullable PriceBand band) {
        if (band == null
                || !isAtAnEnd(trade, band)
                || quiet.covers(AlertType.PRICE_BREAKOUT, trade.symbol(), trade.at())) {
            return null;
        }
        return trade.price() >= band.ceiling()
                ? breakout(trade, "ceiling", band.ceiling())
                : breakout(trade, "floor", band.floor());
    }

    private static boolean isAtAnEnd(Trade trade, PriceBand band) {
        return trade.price() >= band.ceiling() || trade.price() <= band.floor();
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
