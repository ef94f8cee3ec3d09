package org.tickcast.market;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the market looks like now. Events change it, snapshots show it, and three versions say whether a viewer of the
 * whole market, of the foreign flow or of the indices has something new to see.
 *
 * <p>Threads: the board belongs to the tick. Its runs never overlap and each sees what the one before wrote, so nothing
 * here is locked.
 */
public final class MarketBoard {

    /** The exchange lists four at a time. A feed that names more than this is mistaken, and the surplus is ignored. */
    private static final int MAX_CONTRACTS = 16;

    private final Watchlist watchlist;
    private final BoardLimits limits;
    private final Map<Symbol, StockState> stocks = new LinkedHashMap<>();
    private final Map<Symbol, ForeignState> foreign = new TreeMap<>();
    private final Map<Symbol, IndexState> indices = new HashMap<>();
    private final Map<Symbol, FuturesState> futures = new TreeMap<>();
    private long version;
    private long foreignVersion;
    private long indexVersion;

    public MarketBoard(Watchlist watchlist, BoardLimits limits) {
        this.watchlist = watchlist;
        this.limits = limits;
        watchlist.stocks().forEach(symbol -> stocks.put(symbol, new StockState(symbol)));
    }

    public void apply(MarketEvent event) {
        event.applyTo(this);
    }

    /** Grows with every change that {@link #snapshot} shows. */
    public long version() {
        return version;
    }

    /** The version at which the foreign flow last changed. */
    public long foreignVersion() {
        return foreignVersion;
    }

    /** The version at which an index last changed. */
    public long indexVersion() {
        return indexVersion;
    }

    public MarketSnapshot snapshot() {
        return new MarketSnapshot(
                view(stocks, StockState::stats),
                view(stocks, StockState::price),
                indices(),
                foreign.isEmpty() ? null : foreign(),
                activeFutures());
    }

    public ForeignSummary foreign() {
        return ForeignSummary.of(foreignStocks());
    }

    /** Every stock of which foreign investors have traded, in the order of the symbols. */
    public List<ForeignActivity> foreignStocks() {
        return foreign.values().stream().map(ForeignState::activity).toList();
    }

    /** The indices that have a value, in the order of the watchlist. */
    public Map<Symbol, IndexPicture> indices() {
        Map<Symbol, IndexPicture> view = new LinkedHashMap<>();
        for (Symbol symbol : watchlist.indices()) {
            IndexState index = indices.get(symbol);
            if (index != null) {
                view.put(symbol, index.picture());
            }
        }
        return Collections.unmodifiableMap(view);
    }

    /** A book shows in no snapshot yet; it decides who attacked in the next trade. */
    void quoted(Quote quote) {
        StockState stock = stocks.get(quote.symbol());
        if (stock != null) {
            stock.quoted(quote);
        }
    }

    void banded(PriceBand band) {
        StockState stock = stocks.get(band.symbol());
        if (stock != null) {
            stock.banded(band);
            version++;
        }
    }

    void traded(Trade trade) {
        StockState stock = stocks.get(trade.symbol());
        if (stock != null) {
            stock.traded(trade);
            version++;
        }
    }

    void flowed(ForeignFlow flow) {
        if (!watchlist.stocks().contains(flow.symbol())) {
            return;
        }
        ForeignState known = foreign.get(flow.symbol());
        if (known == null) {
            foreign.put(flow.symbol(), new ForeignState(flow));
        } else {
            known.flowed(flow);
        }
        foreignVersion = ++version;
    }

    void indexed(IndexValue value) {
        if (!watchlist.indices().contains(value.index())) {
            return;
        }
        IndexState known = indices.get(value.index());
        if (known == null) {
            indices.put(value.index(), new IndexState(value, limits));
        } else {
            known.indexed(value);
        }
        indexVersion = ++version;
    }

    void futuresTraded(FuturesTrade trade) {
        FuturesState contract = contract(trade.contract());
        if (contract != null) {
            contract.traded(trade);
            version++;
        }
    }

    void futuresQuoted(FuturesQuote quote) {
        FuturesState contract = contract(quote.contract());
        if (contract != null) {
            contract.quoted(quote);
            version++;
        }
    }

    private @Nullable FuturesState contract(Symbol contract) {
        FuturesState known = futures.get(contract);
        if (known == null && futures.size() < MAX_CONTRACTS) {
            known = new FuturesState();
            futures.put(contract, known);
        }
        return known;
    }

    private @Nullable FuturesPicture activeFutures() {
        return futures.values().stream()
                .max(Comparator.comparingLong(FuturesState::volume))
                .map(active -> active.picture(spot()))
                .orElse(null);
    }

    private double spot() {
        IndexState vn30 = indices.get(Watchlist.VN30);
        return vn30 == null ? 0 : vn30.value();
    }

    private static <S, V> Map<Symbol, V> view(Map<Symbol, S> states, Function<S, V> shown) {
        Map<Symbol, V> view = new LinkedHashMap<>();
        states.forEach((symbol, state) -> view.put(symbol, shown.apply(state)));
        return Collections.unmodifiableMap(view);
    }
}
