package org.tickcast.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tickcast.testing.FlatPicture;
import org.tickcast.testing.SampleMarket;

/** Whatever has happened, and however long ago somebody looked: what he saw, and the changes since, are the present. */
class ChangesSinceTest {

    private static final BoardLimits SHORT_LINES = new BoardLimits(3, Duration.ofSeconds(2));

    @Property
    void a_picture_of_any_version_and_the_changes_since_are_the_present(@ForAll("events") List<MarketEvent> events) {
        MarketBoard board = SampleMarket.board(SHORT_LINES);
        TreeMap<Long, FlatPicture> pictures = new TreeMap<>();
        pictures.put(board.version(), FlatPicture.of(board));

        for (MarketEvent event : events) {
            board.apply(event);
            pictures.put(board.version(), FlatPicture.of(board));
        }

        FlatPicture present = FlatPicture.of(board);
        pictures.forEach((version, seen) -> {
            MarketChanges changes = board.changesSince(version);
            assertThat(seen.movedOn(changes, present).fields())
                    .as("version %d and the changes since", version)
                    .isEqualTo(present.fields());
        });
    }

    @Property
    void a_version_is_one_picture(@ForAll("events") List<MarketEvent> events) {
        MarketBoard board = SampleMarket.board(SHORT_LINES);

        for (MarketEvent event : events) {
            long before = board.version();
            FlatPicture seen = FlatPicture.of(board);
            board.apply(event);

            if (board.version() == before) {
                assertThat(FlatPicture.of(board).fields()).isEqualTo(seen.fields());
            }
        }
    }

    @Property
    void to_somebody_who_has_seen_the_present_nothing_is_new(@ForAll("events") List<MarketEvent> events) {
        MarketBoard board = SampleMarket.board(SHORT_LINES);

        events.forEach(board::apply);

        assertThat(board.changesSince(board.version()).isEmpty()).isTrue();
    }

    @Provide
    Arbitrary<List<MarketEvent>> events() {
        return Arbitraries.oneOf(
                        trades(), bands(), books(), flows(), indices(), futuresTrades(), futuresQuotes(), resets())
                .list()
                .ofMaxSize(60);
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
