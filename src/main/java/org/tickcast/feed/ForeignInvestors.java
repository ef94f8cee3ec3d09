package org.tickcast.feed;

import java.time.Instant;
import java.util.Random;
import org.tickcast.market.ForeignFlow;
import org.tickcast.market.Symbol;

/** The part of one stock's trading that comes from abroad, with a leaning of its own that changes over the day. */
final class ForeignInvestors {

    private static final double SHARE = 0.11;
    private static final double LEANING_COUNTS = 0.8;
    private static final double LEANING_KEPT = 0.999;
    private static final double LEANING_NEWS = 0.06;

    private final Symbol symbol;
    private final long totalRoom;
    private final Random random;

    private long freeInTheMorning;
    private double leaning;
    private long bought;
    private long sold;
    private long boughtValue;
    private long soldValue;

    ForeignInvestors(Symbol symbol, long totalRoom, Random random) {
        this.symbol = symbol;
        this.totalRoom = totalRoom;
        this.random = random;
        this.freeInTheMorning = totalRoom / 2;
        this.leaning = 2 * random.nextDouble() - 1;
    }

    /** What they own they keep; what they bought and sold is counted anew. */
    void dayBegins() {
        freeInTheMorning = freeRoom();
        bought = 0;
        sold = 0;
        boughtValue = 0;
        soldValue = 0;
    }

    /** They change their minds slowly. */
    void secondPasses() {
        double news = LEANING_NEWS * (2 * random.nextDouble() - 1);
        leaning = Math.max(-1, Math.min(1, LEANING_KEPT * leaning + news));
    }

    /** In an auction they are among the buyers and among the sellers. */
    void takePartInAuction(long price, long shares) {
        long buying = lots(SHARE * (1 + LEANING_COUNTS * leaning) * shares);
        buy(price, Math.min(buying, freeRoom()));
        long selling = lots(SHARE * (1 - LEANING_COUNTS * leaning) * shares);
        sell(price, Math.min(selling, totalRoom - freeRoom()));
    }

    /** Some trades have a foreign buyer, some a foreign seller, a few both. */
    void takePart(long price, long shares) {
        if (random.nextDouble() < SHARE * (1 + LEANING_COUNTS * leaning) && shares <= freeRoom()) {
            buy(price, shares);
        }
        if (random.nextDouble() < SHARE * (1 - LEANING_COUNTS * leaning) && shares <= totalRoom - freeRoom()) {
            sell(price, shares);
        }
    }

    ForeignFlow report(Instant at) {
        return new ForeignFlow(symbol, bought, sold, boughtValue, soldValue, totalRoom, freeRoom(), at);
    }

    private void buy(long price, long shares) {
        bought += shares;
        boughtValue += price * shares;
    }

    private void sell(long price, long shares) {
        sold += shares;
        soldValue += price * shares;
    }

    private static long lots(double shares) {
        return (long) (shares / 100) * 100;
    }

    /** Half of what they may own is theirs when the first day begins. */
    private long freeRoom() {
        return freeInTheMorning - bought + sold;
    }
}
