package org.tickcast.market;

import java.util.Map;
import java.util.Set;

/**
 * What has changed on the board between two versions: which fields of what, and what has gone. The values are those of
 * the board's snapshot. A picture of the older version, given them, is the picture of the newer.
 *
 * @param futures the fields of the active contract: all of them when it was not the active one before
 * @param futuresGone no contract is shown any more
 */
public record MarketChanges(
        long since,
        long now,
        Map<Symbol, Set<StockField>> stocks,
        Map<Symbol, Set<ForeignField>> foreign,
        Set<Symbol> foreignGone,
        Map<Symbol, IndexChanges> indices,
        Set<Symbol> indicesGone,
        Set<FuturesField> futures,
        boolean futuresGone) {

    /** That nothing has changed. */
    static MarketChanges none(long since, long now) {
        return new MarketChanges(since, now, Map.of(), Map.of(), Set.of(), Map.of(), Set.of(), Set.of(), false);
    }

    public boolean isEmpty() {
        return stocks.isEmpty()
                && foreign.isEmpty()
                && foreignGone.isEmpty()
                && indices.isEmpty()
                && indicesGone.isEmpty()
                && futures.isEmpty()
                && !futuresGone;
    }
}
