package org.tickcast.testing;

import static org.tickcast.testing.SampleMarket.TEN;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.tickcast.market.DailyReset;
import org.tickcast.market.FuturesQuote;
import org.tickcast.market.FuturesTrade;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.PriceBand;
import org.tickcast.market.Symbol;
import org.tickcast.market.Trade;
import org.tickcast.market.TradingSession;
import org.tickcast.market.Watchlist;

/** Whatever may happen to the sample market, in so few values that the same ones come again. */
public final class SampleEvents {

    private SampleEvents() {}

    public static Arbitrary<MarketEvent> any() {
        return Arbitraries.oneOf(
                trades(), bands(), books(), flows(), indices(), futuresTrades(), futuresQuotes(), resets());
    }

    private static Arbitrary<MarketEvent> trades() {
        return Combinators.combine(
                        stocks(),
                        small(),
                        small(),
                        Arbitraries.of(TradingSession.class),
                        Arbitraries.integers().between(0, 9))
                .as((symbol, price, volume, session, second) ->
                        new Trade(symbol, price, volume, session, TEN.plusSeconds(second)));
    }

    private static Arbitrary<MarketEvent> bands() {
        return Combinators.combine(stocks(), small())
                .as((symbol, reference) -> new PriceBand(symbol, reference, reference + 1, reference, TEN));
    }

    private static Arbitrary<MarketEvent> books() {
        return Combinators.combine(stocks(), small())
                .as((symbol, price) -> SampleMarket.book(symbol, price, price + 1));
    }

    private static Arbitrary<MarketEvent> flows() {
        return Combinators.combine(
                        stocks(), small(), small(), Arbitraries.integers().between(0, 600))
                .as((symbol, bought, sold, second) ->
                        SampleMarket.foreign(symbol, bought, sold, TEN.plusSeconds(second)));
    }

    private static Arbitrary<MarketEvent> indices() {
        return Combinators.combine(
                        Arbitraries.of(Watchlist.VN30, Watchlist.VNINDEX, new Symbol("HNX30")),
                        small(),
                        Arbitraries.integers().between(0, 20))
                .as((index, value, second) -> SampleMarket.index(index, value, TEN.plusSeconds(second)));
    }

    private static Arbitrary<MarketEvent> futuresTrades() {
        return Combinators.combine(contracts(), small(), small())
                .as((contract, price, volume) -> new FuturesTrade(contract, price, volume, 3, TEN));
    }

    private static Arbitrary<MarketEvent> futuresQuotes() {
        return Combinators.combine(contracts(), small())
                .as((contract, price) -> new FuturesQuote(contract, price, price + 1, TEN));
    }

    private static Arbitrary<MarketEvent> resets() {
        return Arbitraries.just(new DailyReset(TEN));
    }

    private static Arbitrary<Symbol> stocks() {
        return Arbitraries.of(SampleMarket.FPT, SampleMarket.VNM, SampleMarket.NOT_LISTED);
    }

    /** Two contracts, one of them under both of its codes. */
    private static Arbitrary<Symbol> contracts() {
        return Arbitraries.of(SampleMarket.FEBRUARY, SampleMarket.MARCH, new Symbol("41I1G3000"));
    }

    /** So few values that the same ones come again. */
    private static Arbitrary<Integer> small() {
        return Arbitraries.integers().between(1, 4);
    }
}
