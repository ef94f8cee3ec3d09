package org.tickcast.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.tickcast.market.BoardLimits;
import org.tickcast.market.Depth;
import org.tickcast.market.ForeignFlow;
import org.tickcast.market.FuturesTrade;
import org.tickcast.market.IndexValue;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.PriceBand;
import org.tickcast.market.Quote;
import org.tickcast.market.Symbol;
import org.tickcast.market.TickSize;
import org.tickcast.market.Trade;
import org.tickcast.market.TradingSession;
import org.tickcast.market.Watchlist;

/** A market small enough to work out by hand: two stocks, both indices, two futures, at ten in the morning. */
public final class SampleMarket {

    public static final Symbol FPT = new Symbol("FPT");
    public static final Symbol VNM = new Symbol("VNM");
    public static final Symbol NOT_LISTED = new Symbol("XYZ");
    public static final Symbol FEBRUARY = new Symbol("VN30F2602");
    public static final Symbol MARCH = new Symbol("VN30F2603");

    /** Ten o'clock in Vietnam, on 11 February 2026. */
    public static final Instant TEN = Instant.parse("2026-02-11T03:00:00Z");

    public static final double YESTERDAY = 2_000;

    private SampleMarket() {}

    public static Watchlist watchlist() {
        return new Watchlist(
                new LinkedHashSet<>(List.of(FPT, VNM)),
                new LinkedHashSet<>(List.of(Watchlist.VN30, Watchlist.VNINDEX)));
    }

    public static MarketBoard board(MarketEvent... events) {
        return board(new BoardLimits(60, Duration.ofMinutes(1)), events);
    }

    public static MarketBoard board(BoardLimits limits, MarketEvent... events) {
        MarketBoard board = new MarketBoard("a-life-of-the-board", watchlist(), limits);
        for (MarketEvent event : events) {
            board.apply(event);
        }
        return board;
    }

    /** One level on each side; 0 where nobody stands. */
    public static Quote book(Symbol symbol, long bid, long ask) {
        return new Quote(symbol, depth(bid), depth(ask), TEN);
    }

    public static Trade trade(Symbol symbol, long price, long volume) {
        return trade(symbol, price, volume, TradingSession.CONTINUOUS);
    }

    public static Trade trade(Symbol symbol, long price, long volume, TradingSession session) {
        return new Trade(symbol, price, volume, session, TEN);
    }

    public static PriceBand band(Symbol symbol, long reference) {
        return new PriceBand(symbol, reference, TickSize.ceilingFor(reference), TickSize.floorFor(reference), TEN);
    }

    /** Foreign totals in shares, each of them bought or sold at 1,000 VND. */
    public static ForeignFlow foreign(Symbol symbol, long bought, long sold, Instant at) {
        return new ForeignFlow(symbol, bought, sold, 1_000 * bought, 1_000 * sold, 1_000_000, 400_000, at);
    }

    public static IndexValue index(Symbol index, double value, Instant at) {
        return new IndexValue(index, value, YESTERDAY, 5_000, 12, 4, 14, at);
    }

    public static FuturesTrade futures(Symbol contract, double price, long volume) {
        return new FuturesTrade(contract, price, volume, YESTERDAY, TEN);
    }

    private static Depth depth(long best) {
        return best == 0 ? Depth.EMPTY : new Depth(List.of(new Depth.Level(best, 1_000)));
    }
}
