package org.tickcast.feed;

import java.util.ArrayList;
import java.util.List;
import org.tickcast.market.Depth;

/**
 * The buyers or the sellers who wait in an order book: how many shares at each step of the ladder. An order far behind
 * the best price, or on top of a level that is full, is not taken; so a side holds so much and no more.
 */
final class BookSide {

    static final int NOBODY = -1;

    /** How many steps behind the best price somebody may still wait. */
    static final int REACH = 30;

    static final long MOST_SHARES_AT_A_LEVEL = 20_000_000;

    private final PriceLadder ladder;
    private final long[] shares;
    /** From one level to the next worse one: down for buyers, up for sellers. */
    private final int worse;

    private int best = NOBODY;

    BookSide(PriceLadder ladder, Side side) {
        this.ladder = ladder;
        this.shares = new long[ladder.steps()];
        this.worse = side == Side.BUY ? -1 : 1;
    }

    boolean isEmpty() {
        return best == NOBODY;
    }

    /** The best step, or {@link #NOBODY}. */
    int best() {
        return best;
    }

    long at(int step) {
        return shares[step];
    }

    /** Whether a buyer or seller of the other side who goes as far as this step finds somebody here. */
    boolean isReachedBy(int limit) {
        return !isEmpty() && (limit - best) * worse >= 0;
    }

    /** How far behind the best price a step lies; negative when it would be a better one. */
    int behindBest(int step) {
        return (step - best) * worse;
    }

    void add(int step, long more) {
        if (isEmpty() || behindBest(step) < 0) {
            best = step;
            forgetFrom(best + worse * (REACH + 1));
        } else if (behindBest(step) > REACH) {
            return;
        }
        shares[step] = Math.min(MOST_SHARES_AT_A_LEVEL, shares[step] + more);
    }

    /** Removes up to so many shares from one level, and says how many it were. */
    long take(int step, long upTo) {
        long taken = Math.min(upTo, shares[step]);
        shares[step] -= taken;
        while (best != NOBODY && shares[best] == 0) {
            best = ladder.has(best + worse) ? best + worse : NOBODY;
        }
        return taken;
    }

    /** Removes so many shares, the best priced first. */
    void takeBest(long many) {
        for (long left = many; left > 0 && !isEmpty(); ) {
            left -= take(best, left);
        }
    }

    void clear() {
        forgetFrom(isEmpty() ? NOBODY : best);
        best = NOBODY;
    }

    /** The best levels, as they would be without the first so many shares. */
    Depth depth(int most, long without) {
        List<Depth.Level> levels = new ArrayList<>(most);
        long hidden = without;
        for (int step = best; ladder.has(step) && levels.size() < most; step += worse) {
            long seen = Math.max(0, shares[step] - hidden);
            hidden -= shares[step] - seen;
            if (seen > 0) {
                levels.add(new Depth.Level(ladder.price(step), seen));
            }
        }
        return new Depth(levels);
    }

    /** Whether a change at this step shows among the best levels. */
    boolean shows(int step, int levels) {
        int better = 0;
        for (int s = best; ladder.has(s) && s != step && better < levels; s += worse) {
            better += shares[s] > 0 ? 1 : 0;
        }
        return better < levels;
    }

    private void forgetFrom(int step) {
        for (int s = step; ladder.has(s); s += worse) {
            shares[s] = 0;
        }
    }
}
