package org.tickcast.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.ChangeOrder.Place;

/**
 * What the market looks like now. Events change it, snapshots show it whole, and {@link #changesSince} shows what is new
 * to somebody who has seen an older version.
 *
 * <p>Every event that changes what can be seen makes a new version, and each field knows the version at which it last
 * changed. So a step from any version to the present is one question, whether the one who asks has missed one version or
 * a thousand. Versions count within one life of the board, its epoch; those of another life mean nothing here.
 *
 * <p>Threads: the board belongs to the tick. Its runs never overlap and each sees what the one before wrote, so nothing
 * here is locked.
 */
public final class MarketBoard {

    /** Four thousand would be every stock of the country's three boards, twice. Beyond it a feed is mistaken. */
    private static final int MAX_STOCKS = 4_000;

    private final Watchlist watchlist;
    private final BoardLimits limits;
    private final BoardListener listener;
    private String epoch;
    private Roster<StockState> stocks = new Roster<>();
    private Roster<ForeignState> foreign = new Roster<>();
    private Roster<IndexState> indices = new Roster<>();
    private ActiveContract futures = new ActiveContract();
    private long version;
    private long foreignVersion;
    private long indexVersion;

    /** A board to which nobody listens. */
    public MarketBoard(String epoch, Watchlist watchlist, BoardLimits limits) {
        this(epoch, watchlist, limits, BoardListener.NONE);
    }

    /** @param epoch the name of this life of the board; no other life may have the same */
    public MarketBoard(String epoch, Watchlist watchlist, BoardLimits limits, BoardListener listener) {
        this.epoch = epoch;
        this.watchlist = watchlist;
        this.limits = limits;
        this.listener = listener;
        watchlist.stocks().forEach(symbol -> stocks.add(symbol, new StockState(symbol, 0), 0));
    }

    public void apply(MarketEvent event) {
        event.applyTo(this);
    }

    public String epoch() {
        return epoch;
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
                stocks.view(StockState::stats),
                stocks.view(StockState::price),
                indices(),
                foreign.size() == 0 ? null : foreign(),
                futures.picture());
    }

    public ForeignSummary foreign() {
        return ForeignSummary.of(foreignStocks());
    }

    /** The foreign side of every stock that has one, by symbol. */
    public List<ForeignActivity> foreignStocks() {
        return foreign.all().stream()
                .map(ForeignState::activity)
                .sorted(Comparator.comparing(ForeignActivity::symbol))
                .toList();
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

    /** The book of a stock: what is bid, best first; empty for a stock that is not watched. */
    public Depth bids(Symbol symbol) {
        StockState stock = stocks.get(symbol);
        return stock == null ? Depth.EMPTY : stock.bids();
    }

    /** The book of a stock: what is asked, best first; empty for a stock that is not watched. */
    public Depth asks(Symbol symbol) {
        StockState stock = stocks.get(symbol);
        return stock == null ? Depth.EMPTY : stock.asks();
    }

    /**
     * What a picture of this version of this epoch lacks. It costs in proportion to what has changed, not to the size of
     * the market.
     */
    public MarketChanges changesSince(long base) {
        if (base == version) {
            return MarketChanges.none(base, version);
        }
        return new MarketChanges(
                base,
                version,
                bySymbol(stocks.changedSince(base), StockState::symbol, stock -> stock.changedSince(base)),
                bySymbol(foreign.changedSince(base), ForeignState::symbol, stock -> stock.changedSince(base)),
                foreign.goneSince(base),
                bySymbol(indices.changedSince(base), IndexState::index, index -> index.changesSince(base)),
                indices.goneSince(base),
                futures.changedSince(base),
                futures.isGoneSince(base));
    }

    /** From here on it leads another life: its versions go on, and mean nothing to whoever has one of before. */
    public void beginEpoch(String next) {
        epoch = next;
    }

    /** Writes down all that decides what it shows, now and after any event. */
    public void save(DataOutput out) throws IOException {
        out.writeUTF(epoch);
        out.writeLong(version);
        out.writeLong(foreignVersion);
        out.writeLong(indexVersion);
        stocks.save(out, StockState::save);
        foreign.save(out, ForeignState::save);
        indices.save(out, IndexState::save);
        futures.save(out);
    }

    /**
     * Becomes the board that was saved, with its epoch and its version, at which all of it counts as changed. Each event
     * does to both from then on the same. If it throws, nothing has changed.
     */
    public void load(DataInput in) throws IOException {
        String savedEpoch = in.readUTF();
        long saved = in.readLong();
        long savedForeign = in.readLong();
        long savedIndex = in.readLong();
        Roster<StockState> savedStocks = Roster.load(in, StockState::load, saved);
        Roster<ForeignState> savedFlows = Roster.load(in, ForeignState::load, saved);
        Roster<IndexState> savedIndices =
                Roster.load(in, (index, line, version) -> IndexState.load(index, limits, line, version), saved);
        futures = ActiveContract.load(in, saved);
        stocks = savedStocks;
        foreign = savedFlows;
        indices = savedIndices;
        epoch = savedEpoch;
        version = saved;
        foreignVersion = savedForeign;
        indexVersion = savedIndex;
    }

    /** A book shows in no snapshot; it decides who attacked in the next trade. */
    void quoted(Quote quote) {
        Place<StockState> stock = stock(quote.symbol());
        if (stock != null) {
            stock.thing().quoted(quote);
        }
    }

    void banded(PriceBand band) {
        Place<StockState> stock = stock(band.symbol());
        if (stock != null) {
            stock.thing().banded(band, version + 1);
            stockChanged(stock);
        }
    }

    void traded(Trade trade) {
        Place<StockState> stock = stock(trade.symbol());
        if (stock != null) {
            stock.thing().traded(trade, version + 1);
            stockChanged(stock);
            listener.traded(trade, stock.thing().band());
        }
    }

    void flowed(ForeignFlow flow) {
        if (stock(flow.symbol()) == null) {
            return;
        }
        long next = version + 1;
        Place<ForeignState> known = foreign.find(flow.symbol());
        if (known == null) {
            known = foreign.add(flow.symbol(), new ForeignState(flow, next), next);
        } else {
            known.thing().flowed(flow, next);
        }
        if (known.thing().newest() == next) {
            foreign.changed(known, next);
            foreignVersion = next;
            version = next;
        }
        listener.flowed(flow);
    }

    void indexed(IndexValue value) {
        if (!watchlist.watchesIndex(value.index())) {
            return;
        }
        long next = version + 1;
        Place<IndexState> index = indices.find(value.index());
        if (index == null) {
            index = indices.add(value.index(), new IndexState(value.index(), limits, next), next);
        }
        index.thing().indexed(value, next);
        if (index.thing().newest() == next) {
            indices.changed(index, next);
            indexVersion = next;
            version = next;
        }
        if (value.index().equals(Watchlist.VN30)) {
            futures.spotMoved(value.value(), next);
            basisMoved(value.at());
        }
    }

    void futuresTraded(FuturesTrade trade) {
        if (futures.traded(trade, spot(), version + 1)) {
            version++;
            basisMoved(trade.at());
        }
    }

    void futuresQuoted(FuturesQuote quote) {
        if (futures.quoted(quote, spot(), version + 1)) {
            version++;
        }
    }

    /** A new version whatever there was: whoever watches may see that the day is over. */
    void dayEnded() {
        version++;
        foreignVersion = version;
        indexVersion = version;
        stocks.places().forEach(this::reset);
        foreign.clear(version);
        indices.clear(version);
        futures.clear(version);
        listener.dayEnded();
    }

    private void basisMoved(Instant at) {
        BasisPoint basis = futures.basis(at);
        if (basis != null) {
            listener.moved(basis);
        }
    }

    private void reset(Place<StockState> stock) {
        stock.thing().reset(version);
        if (stock.thing().newest() == version) {
            stocks.changed(stock, version);
        }
    }

    /** A stock that is watched; one that nobody named before appears with its first event. */
    private @Nullable Place<StockState> stock(Symbol symbol) {
        Place<StockState> known = stocks.find(symbol);
        if (known != null || !watchlist.watches(symbol) || FuturesContract.isMeantBy(symbol)) {
            return known;
        }
        return stocks.size() < MAX_STOCKS ? appear(symbol) : null;
    }

    private Place<StockState> appear(Symbol symbol) {
        version++;
        return stocks.add(symbol, new StockState(symbol, version), version);
    }

    private void stockChanged(Place<StockState> stock) {
        long next = version + 1;
        if (stock.thing().newest() == next) {
            stocks.changed(stock, next);
            version = next;
        }
    }

    private double spot() {
        IndexState vn30 = indices.get(Watchlist.VN30);
        return vn30 == null ? 0 : vn30.value();
    }

    private static <T, V> Map<Symbol, V> bySymbol(
            Collection<T> things, Function<T, Symbol> symbol, Function<T, V> changes) {
        if (things.isEmpty()) {
            return Map.of();
        }
        return things.stream().collect(Collectors.toUnmodifiableMap(symbol, changes));
    }
}
