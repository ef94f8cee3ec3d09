package org.tickcast.feed;

import java.util.Random;
import org.tickcast.feed.OrderBook.Fills;

/**
 * The people who trade one stock. Each has a view of what it is worth, near its fair value, and then offers a price
 * that suits it, trades at once, or takes an order back. What they do to the book together is what moves the price.
 */
final class OrderFlow {

    private static final long LOT = 100;
    private static final double VND_PER_ORDER = 30_000_000;
    private static final double FEWEST_LOTS_ON_AVERAGE = 2;
    private static final double MOST_LOTS = 2_000;

    private static final double ATTACKS = 0.13;
    private static final double CANCELS = 0.3;
    private static final double MORE_CANCELS_WHEN_CAUTIOUS = 0.2;
    private static final double STEPS_OF_OPINION = 0.3;
    private static final double STEPS_BEHIND = 1.4;
    private static final int LEVELS_CANCELLED = 8;
    private static final double LEAST_CANCELLED = 0.2;

    private static final double DRAWN_TO_FAIR_VALUE = 0.08;
    private static final double MOST_ONE_SIDED = 0.42;

    private static final double ANY_PRICE_IN_AN_AUCTION = 0.3;
    private static final double STEPS_OF_OPINION_IN_AN_AUCTION = 3;

    private final OrderBook book;
    private final PriceLadder ladder;
    private final double lotsOnAverage;
    private final Random random;

    OrderFlow(OrderBook book, long reference, Random random) {
        this.book = book;
        this.ladder = book.ladder();
        this.lotsOnAverage = Math.max(FEWEST_LOTS_ON_AVERAGE, VND_PER_ORDER / reference / LOT);
        this.random = random;
    }

    /** Does one thing to the book, and says whether that shows. */
    boolean next(double fair, MarketMood mood, Fills fills) {
        int fairStep = ladder.stepAtOrBelow(fair);
        double what = random.nextDouble();
        double cancels = CANCELS + (mood.caution() > 0 ? MORE_CANCELS_WHEN_CAUTIOUS : 0);
        if (what < cancels) {
            return cancel(fairStep);
        }
        Side side = random.nextDouble() < buyers(fairStep, mood) ? Side.BUY : Side.SELL;
        return what < cancels + ATTACKS ? attack(side, fills) : offer(side, fair, mood, fills);
    }

    /** Adds one order to an auction. */
    void joinAuction(Auction auction, double fair) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        if (random.nextDouble() < ANY_PRICE_IN_AN_AUCTION) {
            auction.joinAtAnyPrice(side, shares());
        } else {
            int opinion = (int) Math.rint(STEPS_OF_OPINION_IN_AN_AUCTION * random.nextGaussian());
            book.collect(side, ladder.into(ladder.stepAtOrBelow(fair) + opinion), shares());
        }
    }

    /** The book as people leave it who have been there all day. */
    void fillUp(double fair) {
        int fairStep = ladder.stepAtOrBelow(fair);
        for (int behind = 0; behind < LEVELS_CANCELLED; behind++) {
            waitAt(Side.BUY, fairStep - behind);
            waitAt(Side.SELL, fairStep + 1 + behind);
        }
    }

    void buyOneLot(Fills fills) {
        book.attack(Side.BUY, ladder.steps() - 1, LOT, fills);
    }

    private void waitAt(Side side, int step) {
        if (ladder.has(step) && !book.side(side.opposite()).isReachedBy(step)) {
            book.collect(side, step, shares() + shares() + shares());
        }
    }

    private boolean cancel(int fairStep) {
        Side whose = random.nextBoolean() ? Side.BUY : Side.SELL;
        BookSide side = book.side(whose);
        if (side.isEmpty()) {
            return false;
        }
        int worse = whose == Side.BUY ? -1 : 1;
        boolean badlyPriced = whose == Side.BUY ? side.best() > fairStep : side.best() <= fairStep;
        int step = side.best() + (badlyPriced ? 0 : worse * random.nextInt(LEVELS_CANCELLED));
        if (!ladder.has(step) || side.at(step) == 0) {
            return false;
        }
        boolean shows = side.shows(step, OrderBook.LEVELS_SHOWN);
        side.take(step, part(side.at(step)));
        return shows;
    }

    private long part(long shares) {
        double part = LEAST_CANCELLED + (1 - LEAST_CANCELLED) * random.nextDouble();
        return Math.max(LOT, (long) (part * shares / LOT) * LOT);
    }

    private boolean attack(Side side, Fills fills) {
        BookSide others = book.side(side.opposite());
        if (others.isEmpty()) {
            return false;
        }
        int worst = others.best() + (side == Side.BUY ? 1 : -1);
        book.attack(side, ladder.into(worst), shares(), fills);
        return true;
    }

    private boolean offer(Side side, double fair, MarketMood mood, Fills fills) {
        int view = ladder.stepAtOrBelow(fair) + (int) Math.rint(STEPS_OF_OPINION * random.nextGaussian());
        int behind = behind(mood);
        int step = side == Side.BUY ? view - behind : view + 1 + behind;
        // Below the floor nobody may buy, and who would sell lower still has to wait at the floor; so a stock locks.
        if (side == Side.BUY ? step < 0 : step >= ladder.steps()) {
            return false;
        }
        int limit = ladder.into(step);
        boolean trades = book.side(side.opposite()).isReachedBy(limit);
        book.place(side, limit, shares(), fills);
        return trades || book.side(side).shows(limit, OrderBook.LEVELS_SHOWN);
    }

    private int behind(MarketMood mood) {
        double kept = mood.caution() * (0.5 + random.nextDouble());
        return (int) (kept + STEPS_BEHIND * exponential());
    }

    /** The chance that the next one buys: the further the book lies below the fair value, the likelier. */
    private double buyers(int fairStep, MarketMood mood) {
        double drawn = DRAWN_TO_FAIR_VALUE * (fairStep + 0.5 - middle(fairStep)) + mood.leaning();
        return 0.5 + Math.max(-MOST_ONE_SIDED, Math.min(MOST_ONE_SIDED, drawn));
    }

    private double middle(int fairStep) {
        int bid = book.side(Side.BUY).best();
        int ask = book.side(Side.SELL).best();
        if (bid == BookSide.NOBODY || ask == BookSide.NOBODY) {
            return bid == ask ? fairStep + 0.5 : Math.max(bid, ask);
        }
        return (bid + ask) / 2.0;
    }

    private long shares() {
        return LOT * (1 + (long) Math.min(MOST_LOTS, (lotsOnAverage - 1) * exponential()));
    }

    /** One on average. StrictMath, because it gives the same on every machine. */
    private double exponential() {
        return -StrictMath.log(1 - random.nextDouble());
    }
}
