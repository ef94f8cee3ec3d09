package org.tickcast.feed;

import java.time.Instant;
import org.tickcast.market.Quote;

/**
 * A call auction over an order book: orders are collected, and in the end all who can trade do so at one price, the one
 * at which most shares change hands. Among several such prices the one that leaves least behind wins, and then the one
 * nearest to the last price.
 */
final class Auction {

    private final OrderBook book;

    private long buyersAtAnyPrice;
    private long sellersAtAnyPrice;

    Auction(OrderBook book) {
        this.book = book;
    }

    /** Where an auction ends: the step of the ladder, and how many shares change hands; none when nobody agrees. */
    record Outcome(int step, long shares) {}

    void joinAtAnyPrice(Side side, long shares) {
        if (side == Side.BUY) {
            buyersAtAnyPrice += shares;
        } else {
            sellersAtAnyPrice += shares;
        }
    }

    /** Where it would end now. */
    Outcome outcome(int lastStep) {
        int steps = book.ladder().steps();
        long demand = buyersAtAnyPrice;
        for (int step = 0; step < steps; step++) {
            demand += book.side(Side.BUY).at(step);
        }
        long supply = sellersAtAnyPrice;
        Outcome best = new Outcome(lastStep, 0);
        long leastLeft = Long.MAX_VALUE;
        for (int step = 0; step < steps; step++) {
            supply += book.side(Side.SELL).at(step);
            long traded = Math.min(demand, supply);
            long left = Math.abs(demand - supply);
            boolean nearer = Math.abs(step - lastStep) < Math.abs(best.step() - lastStep);
            if (traded > best.shares()
                    || (traded == best.shares() && traded > 0 && (left < leastLeft || (left == leastLeft && nearer)))) {
                best = new Outcome(step, traded);
                leastLeft = left;
            }
            demand -= book.side(Side.BUY).at(step);
        }
        return best;
    }

    /** The book as it would look after the auction, which never crosses. */
    Quote quote(int lastStep, Instant at) {
        long shares = outcome(lastStep).shares();
        return book.quoteWithout(matched(shares, buyersAtAnyPrice), matched(shares, sellersAtAnyPrice), at);
    }

    /** Ends it: who was matched leaves the book, and so does who wanted to trade at any price. */
    Outcome settle(int lastStep) {
        Outcome outcome = outcome(lastStep);
        book.side(Side.BUY).takeBest(matched(outcome.shares(), buyersAtAnyPrice));
        book.side(Side.SELL).takeBest(matched(outcome.shares(), sellersAtAnyPrice));
        buyersAtAnyPrice = 0;
        sellersAtAnyPrice = 0;
        return outcome;
    }

    /** Those who take any price come first; the rest is for those with a limit. */
    private static long matched(long shares, long atAnyPrice) {
        return Math.max(0, shares - atAnyPrice);
    }
}
