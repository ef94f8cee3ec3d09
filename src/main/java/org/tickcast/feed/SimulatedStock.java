package org.tickcast.feed;

import java.time.Instant;
import java.util.Random;
import java.util.function.Consumer;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.PriceBand;
import org.tickcast.market.SessionPhase;
import org.tickcast.market.Symbol;
import org.tickcast.market.TickSize;
import org.tickcast.market.Trade;
import org.tickcast.market.TradingSession;

/** One invented stock: its book, those who trade it, and what came of it today. */
final class SimulatedStock {

    private final Symbol symbol;
    private final double weight;
    private final long listedAt;
    private final FairValue fairValue;
    private final ForeignInvestors foreign;
    private final Random random;

    private PriceBand band;
    private OrderBook book;
    private Auction auction;
    private OrderFlow flow;
    private long last;
    private long volume;

    SimulatedStock(Symbol symbol, long reference, double weight, long foreignRoom, Instant start, Random random) {
        this.symbol = symbol;
        this.weight = weight;
        this.listedAt = reference;
        this.random = random;
        this.band = band(symbol, reference, start);
        this.book = new OrderBook(symbol, new PriceLadder(band));
        this.auction = new Auction(book);
        this.flow = new OrderFlow(book, reference, random);
        this.fairValue = new FairValue(reference, random);
        this.foreign = new ForeignInvestors(symbol, foreignRoom, random);
        this.last = reference;
    }

    /** Where it closed is the middle of its band now. Orders have ended with the day before. */
    void dayBegins(Instant at, Consumer<MarketEvent> sink) {
        band = band(symbol, last, at);
        book = new OrderBook(symbol, new PriceLadder(band));
        auction = new Auction(book);
        flow = new OrderFlow(book, last, random);
        fairValue.dayBegins(last);
        foreign.dayBegins();
        volume = 0;
        sink.accept(book.quote(at));
    }

    /** The day's first facts; a market that is already trading begins with a full book and a trade. */
    void open(SessionPhase phase, MarketMood mood, Instant at, Consumer<MarketEvent> sink) {
        sink.accept(band);
        if (phase == SessionPhase.CONTINUOUS) {
            fillUp(mood, at, sink);
            flow.buyOneLot((price, shares) -> traded(price, shares, TradingSession.CONTINUOUS, at, sink));
        }
        reportForeign(at, sink);
    }

    /** Somebody sends an order or takes one back. */
    void order(SessionPhase phase, MarketMood mood, Instant at, Consumer<MarketEvent> sink) {
        double fair = fairValue.price(mood);
        if (phase.session().isAuction()) {
            flow.joinAuction(auction, fair);
            sink.accept(auction.quote(lastStep(), at));
        } else if (flow.next(fair, mood, (price, shares) -> traded(price, shares, phase.session(), at, sink))) {
            sink.accept(book.quote(at));
        }
    }

    /** Where the exchange leaves one phase, auctions end; where it opens, nobody finds an empty book; in the evening all orders end. */
    void phaseEnds(SessionPhase ended, SessionPhase next, MarketMood mood, Instant at, Consumer<MarketEvent> sink) {
        if (ended.session().isAuction()) {
            settleAuction(ended.session(), at, sink);
        }
        if (next == SessionPhase.CONTINUOUS && book.lacksASide()) {
            fillUp(mood, at, sink);
        }
        if (next == SessionPhase.PUT_THROUGH || next == SessionPhase.CLOSED) {
            book.clear();
            sink.accept(book.quote(at));
        }
    }

    void secondPasses(MarketMood mood) {
        fairValue.secondPasses(mood);
        foreign.secondPasses();
    }

    void reportForeign(Instant at, Consumer<MarketEvent> sink) {
        sink.accept(foreign.report(at));
    }

    double weight() {
        return weight;
    }

    long volume() {
        return volume;
    }

    /** The price as a multiple of that of the first morning. */
    double growth() {
        return (double) last / listedAt;
    }

    /** By how much it rose today, in VND. */
    long change() {
        return last - band.reference();
    }

    private static PriceBand band(Symbol symbol, long reference, Instant at) {
        return new PriceBand(symbol, reference, TickSize.ceilingFor(reference), TickSize.floorFor(reference), at);
    }

    private void settleAuction(TradingSession session, Instant at, Consumer<MarketEvent> sink) {
        Auction.Outcome outcome = auction.settle(lastStep());
        if (outcome.shares() > 0) {
            traded(book.ladder().price(outcome.step()), outcome.shares(), session, at, sink);
        }
        sink.accept(book.quote(at));
    }

    private void fillUp(MarketMood mood, Instant at, Consumer<MarketEvent> sink) {
        flow.fillUp(fairValue.price(mood));
        sink.accept(book.quote(at));
    }

    private void traded(long price, long shares, TradingSession session, Instant at, Consumer<MarketEvent> sink) {
        last = price;
        volume += shares;
        if (session.isAuction()) {
            foreign.takePartInAuction(price, shares);
        } else {
            foreign.takePart(price, shares);
        }
        sink.accept(new Trade(symbol, price, shares, session, at));
    }

    private int lastStep() {
        return book.ladder().stepAtOrBelow(last);
    }
}
