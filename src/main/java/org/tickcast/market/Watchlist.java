package org.tickcast.market;

import java.io.Reader;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The stocks and indices that the board keeps, in the order in which it shows them. Futures are always kept, so they
 * have no place among the stocks.
 *
 * @param everyStock whether all other stocks are kept too, behind these; indices are never kept unless named
 */
public record Watchlist(Set<Symbol> stocks, Set<Symbol> indices, boolean everyStock) {

    public static final Symbol VN30 = new Symbol("VN30");
    public static final Symbol VNINDEX = new Symbol("VNINDEX");

    private static final String BASKET = "vn30.txt";

    public Watchlist {
        indices = Collections.unmodifiableSet(new LinkedHashSet<>(indices));
        stocks = onlyStocks(stocks, indices);
    }

    /** These and no other stocks. */
    public Watchlist(Set<Symbol> stocks, Set<Symbol> indices) {
        this(stocks, indices, false);
    }

    /** The basket of {@code vn30.txt}, with its own index and the market's. */
    public static Watchlist vn30() {
        return DataFile.bundled(BASKET, Watchlist::read);
    }

    /** Every stock that the feed names, with the two indices. */
    public static Watchlist everything() {
        return new Watchlist(Set.of(), twoIndices(), true);
    }

    /**
     * A basket with one symbol a line, where what follows a # is a comment. A basket without any symbol watches
     * {@link #everything}.
     */
    public static Watchlist read(Reader basket) {
        Set<Symbol> stocks = new LinkedHashSet<>(DataFile.read(basket, Symbol::new));
        return stocks.isEmpty() ? everything() : new Watchlist(stocks, twoIndices());
    }

    /** This list with more stocks behind its own. */
    public Watchlist with(Collection<Symbol> extraStocks) {
        Set<Symbol> more = new LinkedHashSet<>(stocks);
        more.addAll(extraStocks);
        return new Watchlist(more, indices, everyStock);
    }

    /** This list with every stock that the feed names behind its own. */
    public Watchlist withEverything() {
        return new Watchlist(stocks, indices, true);
    }

    /** Whether what happens to this stock or future is kept. */
    public boolean watches(Symbol stockOrFuture) {
        return everyStock || stocks.contains(stockOrFuture) || FuturesContract.isMeantBy(stockOrFuture);
    }

    public boolean watchesIndex(Symbol index) {
        return indices.contains(index);
    }

    private static Set<Symbol> twoIndices() {
        Set<Symbol> indices = new LinkedHashSet<>();
        indices.add(VN30);
        indices.add(VNINDEX);
        return indices;
    }

    /** Seed 0's list of extra symbols also names indices and futures, which are not shown as stocks. */
    private static Set<Symbol> onlyStocks(Set<Symbol> symbols, Set<Symbol> indices) {
        Set<Symbol> stocks = new LinkedHashSet<>(symbols);
        stocks.removeAll(indices);
        stocks.removeIf(FuturesContract::isMeantBy);
        return Collections.unmodifiableSet(stocks);
    }
}
