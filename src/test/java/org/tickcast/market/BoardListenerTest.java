package org.tickcast.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FEBRUARY;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.MARCH;
import static org.tickcast.testing.SampleMarket.NOT_LISTED;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.foreign;
import static org.tickcast.testing.SampleMarket.index;
import static org.tickcast.testing.SampleMarket.trade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tickcast.testing.SampleMarket;

/** Whoever listens to the board hears what it believed, once it shows it. */
class BoardListenerTest {

    private static final PriceBand BAND = new PriceBand(FPT, 98_500, 105_300, 91_700, TEN);

    private final List<String> heard = new ArrayList<>();
    private final MarketBoard board = new MarketBoard(
            "a-life-of-the-board",
            SampleMarket.watchlist(),
            new BoardLimits(60, Duration.ofMinutes(1)),
            BoardListener.all(List.of(listener("one"), listener("other"))));

    @Test
    void everybody_hears_of_a_trade_with_the_band_of_its_stock() {
        board.apply(trade(FPT, 98_500, 100));
        board.apply(BAND);
        board.apply(trade(FPT, 99_000, 200));

        assertThat(heard)
                .containsExactly(
                        "one: 100 of FPT without a band",
                        "other: 100 of FPT without a band",
                        "one: 200 of FPT up to 105300",
                        "other: 200 of FPT up to 105300");
    }

    @Test
    void the_band_of_yesterday_is_forgotten() {
        board.apply(BAND);
        board.apply(new DailyReset(TEN));
        board.apply(trade(FPT, 99_000, 200));

        assertThat(heard).startsWith("one: the day is over").contains("one: 200 of FPT without a band");
    }

    @Test
    void nobody_hears_of_what_is_not_watched() {
        board.apply(trade(NOT_LISTED, 98_500, 100));
        board.apply(foreign(NOT_LISTED, 1, 1, TEN));

        assertThat(heard).isEmpty();
    }

    @Test
    void the_basis_moves_with_the_index_and_with_the_active_contract_and_not_before_both_have_a_price() {
        board.apply(new FuturesTrade(FEBRUARY, 2_005, 2_000, 10, TEN));
        assertThat(heard).isEmpty();

        board.apply(index(Watchlist.VN30, 2_001, TEN));
        board.apply(new FuturesTrade(FEBRUARY, 2_007, 2_000, 1, TEN));
        board.apply(new FuturesTrade(MARCH, 1_990, 2_000, 1, TEN));

        assertThat(heard)
                .containsExactly(
                        "one: VN30F2602 is 4 above",
                        "other: VN30F2602 is 4 above",
                        "one: VN30F2602 is 6 above",
                        "other: VN30F2602 is 6 above");
    }

    @Test
    void foreign_totals_are_heard_of_even_when_they_change_nothing() {
        board.apply(foreign(FPT, 1, 1, TEN));
        board.apply(foreign(FPT, 1, 1, TEN));

        assertThat(heard).filteredOn(words -> words.startsWith("one")).hasSize(2);
    }

    private BoardListener listener(String name) {
        return new BoardListener() {

            @Override
            public void traded(Trade trade, @Nullable PriceBand band) {
                heard.add(name + ": " + trade.volume() + " of " + trade.symbol()
                        + (band == null ? " without a band" : " up to " + band.ceiling()));
            }

            @Override
            public void flowed(ForeignFlow flow) {
                heard.add(name + ": " + flow.symbol() + " flowed");
            }

            @Override
            public void moved(BasisPoint basis) {
                heard.add(name + ": " + basis.contract() + " is " + Math.round(basis.basis()) + " above");
            }

            @Override
            public void dayEnded() {
                heard.add(name + ": the day is over");
            }
        };
    }
}
