package org.tickcast.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.board;
import static org.tickcast.testing.SampleMarket.foreign;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What foreigners did with the whole market, and where most. */
class ForeignSummaryTest {

    private final List<Symbol> basket = List.copyOf(Watchlist.vn30().stocks());
    private final MarketBoard board =
            new MarketBoard("test", Watchlist.vn30(), new BoardLimits(60, Duration.ofMinutes(1)));

    @Test
    void totals_are_sums_over_the_market() {
        board.apply(new ForeignFlow(basket.get(0), 100, 30, 2_450_000, 735_000, 0, 0, TEN));
        board.apply(new ForeignFlow(basket.get(1), 20, 50, 1_340_000, 3_350_000, 0, 0, TEN));

        ForeignSummary market = board.foreign();

        assertThat(market.buyVolume()).isEqualTo(120);
        assertThat(market.sellVolume()).isEqualTo(80);
        assertThat(market.netVolume()).isEqualTo(40);
        assertThat(market.buyValue()).isEqualTo(3_790_000);
        assertThat(market.sellValue()).isEqualTo(4_085_000);
        assertThat(market.netValue()).isEqualTo(-295_000);
    }

    @Test
    void the_five_most_bought_and_the_five_most_sold_stand_first_to_last() {
        int[] nets = {10, -10, 60, -60, 20, -20, 50, -50, 30, -30, 40, -40};
        for (int i = 0; i < nets.length; i++) {
            board.apply(foreign(basket.get(i), 100 + nets[i], 100, TEN));
        }

        ForeignSummary market = board.foreign();

        assertThat(market.topBuy()).extracting(ForeignActivity::netVolume).containsExactly(60L, 50L, 40L, 30L, 20L);
        assertThat(market.topSell())
                .extracting(ForeignActivity::netVolume)
                .containsExactly(-60L, -50L, -40L, -30L, -20L);
    }

    @Test
    void the_order_is_that_of_money_and_not_of_shares() {
        board.apply(new ForeignFlow(basket.get(0), 1_000, 0, 5_000_000, 0, 0, 0, TEN));
        board.apply(new ForeignFlow(basket.get(1), 10, 0, 6_000_000, 0, 0, 0, TEN));

        assertThat(board.foreign().topBuy())
                .extracting(ForeignActivity::symbol)
                .containsExactly(basket.get(1), basket.get(0));
    }

    @Test
    void no_stock_is_on_both_lists_and_one_in_balance_on_none() {
        board.apply(foreign(basket.get(0), 10, 0, TEN));
        board.apply(foreign(basket.get(1), 0, 10, TEN));
        board.apply(foreign(basket.get(2), 10, 10, TEN));

        ForeignSummary market = board.foreign();

        assertThat(Stream.concat(market.topBuy().stream(), market.topSell().stream()))
                .extracting(ForeignActivity::symbol)
                .containsExactly(basket.get(0), basket.get(1));
    }

    @Test
    void before_the_first_report_the_market_shows_none_and_the_channel_zeros() {
        assertThat(board().snapshot().foreign()).isNull();
        assertThat(board().foreign()).isEqualTo(new ForeignSummary(0, 0, 0, 0, List.of(), List.of()));
    }
}
