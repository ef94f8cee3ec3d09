package org.tickcast.feed;

import java.time.Instant;
import org.tickcast.market.Quote;
import org.tickcast.market.Symbol;

/** Who wants to buy and who to sell one stock, and at which price; matches those who agree, the best price first. */
final class OrderBook {

    /** What HOSE shows of a side. */
    static final int LEVELS_SHOWN = 3;

    /** An order goes no deeper at once; so it never makes more events than a step has room for. */
    static final int MOST_LEVELS_PER_ORDER = 2;

    private final Symbol symbol;
    private final PriceLadder ladder;
    private final BookSide bids;
    private final BookSide asks;

    OrderBook(Symbol symbol, PriceLadder ladder) {
        this.symbol = symbol;
        this.ladder = ladder;
        this.bids = new BookSide(ladder, Side.BUY);
        this.asks = new BookSide(ladder, Side.SELL);
    }

    /** Hears of every match. */
    interface Fills {

        void filled(long price, long shares);
    }

    /**
     * Matches an order with who waits on the other side up to its limit; what is left waits, unless it would cross
     * those whom it has not reached.
     */
    void place(Side side, int limit, long shares, Fills fills) {
        BookSide others = side(side.opposite());
        long left = match(others, limit, shares, fills);
        if (left > 0 && !others.isReachedBy(limit)) {
            side(side).add(limit, left);
        }
    }

    /** Matches an order with who waits on the other side up to its limit; what is left goes away. */
    void attack(Side side, int limit, long shares, Fills fills) {
        match(side(side.opposite()), limit, shares, fills);
    }

    /** Lets an order wait although it may cross the other side: an auction decides later. */
    void collect(Side side, int limit, long shares) {
        side(side).add(limit, shares);
    }

    void clear() {
        bids.clear();
        asks.clear();
    }

    BookSide side(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    PriceLadder ladder() {
        return ladder;
    }

    boolean lacksASide() {
        return bids.isEmpty() || asks.isEmpty();
    }

    Quote quote(Instant at) {
        return quoteWithout(0, 0, at);
    }

    /** What would be left if so many bought and so many sold first. */
    Quote quoteWithout(long bought, long sold, Instant at) {
        return new Quote(symbol, bids.depth(LEVELS_SHOWN, bought), asks.depth(LEVELS_SHOWN, sold), at);
    }

    private long match(BookSide others, int limit, long shares, Fills fills) {
        long left = shares;
        for (int level = 0; level < MOST_LEVELS_PER_ORDER && left > 0 && others.isReachedBy(limit); level++) {
            int step = others.best();
            long taken = others.take(step, left);
            left -= taken;
            fills.filled(ladder.price(step), taken);
        }
        return left;
    }
}
