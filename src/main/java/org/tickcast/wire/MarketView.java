package org.tickcast.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.ForeignSummary;
import org.tickcast.market.FuturesPicture;
import org.tickcast.market.IndexPicture;
import org.tickcast.market.MarketSnapshot;
import org.tickcast.market.Symbol;

/** The frame of {@code /ws/market}: the whole market in one object. */
public record MarketView(
        Map<String, StatsView> quotes,
        Map<String, PriceView> prices,
        Map<String, IndexView> indices,
        @Nullable ForeignView foreign,
        @Nullable DerivativesView derivatives) {

    static MarketView of(MarketSnapshot market) {
        ForeignSummary foreign = market.foreign();
        FuturesPicture futures = market.futures();
        return new MarketView(
                byCode(market.stats(), StatsView::of),
                byCode(market.prices(), PriceView::of),
                indicesOf(market.indices()),
                foreign == null ? null : ForeignView.of(foreign),
                futures == null ? null : DerivativesView.of(futures));
    }

    /** The frame of {@code /ws/index}: the same indices on their own. */
    static Map<String, IndexView> indicesOf(Map<Symbol, IndexPicture> indices) {
        return byCode(indices, IndexView::of);
    }

    private static <F, V> Map<String, V> byCode(Map<Symbol, F> facts, Function<F, V> shown) {
        Map<String, V> view = new LinkedHashMap<>();
        facts.forEach((symbol, fact) -> view.put(symbol.code(), shown.apply(fact)));
        return view;
    }
}
