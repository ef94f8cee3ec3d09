package org.tickcast.market;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The whole market at one moment. Nothing in it changes any more, so any thread may keep it. */
public record MarketSnapshot(
        Map<Symbol, SessionStats> stats,
        Map<Symbol, StockPrice> prices,
        Map<Symbol, IndexPicture> indices,
        @Nullable ForeignSummary foreign,
        @Nullable FuturesPicture futures) {}
