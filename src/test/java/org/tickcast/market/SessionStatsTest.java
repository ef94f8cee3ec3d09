package org.tickcast.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.VNM;
import static org.tickcast.testing.SampleMarket.board;
import static org.tickcast.testing.SampleMarket.book;
import static org.tickcast.testing.SampleMarket.trade;

import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was traded of a stock today adds up, in shares and in VND. */
class SessionStatsTest {

    @Test
    void a_stock_that_has_not_traded_shows_zeros_and_no_time() {
        MarketBoard board = board();

        assertThat(statsOf(VNM, board))
                .isEqualTo(new SessionStats(VNM, Volumes.NONE, Volumes.NONE, Volumes.NONE, 0, 0, null));
    }

    @Test
    void each_auction_fills_its_own_part_of_the_day() {
        MarketBoard board = board(
                trade(FPT, 98_500, 10, TradingSession.ATO),
                trade(FPT, 98_500, 200, TradingSession.CONTINUOUS),
                trade(FPT, 98_500, 3_000, TradingSession.ATC));

        SessionStats stats = statsOf(FPT, board);

        assertThat(stats.ato().total()).isEqualTo(10);
        assertThat(stats.continuous().total()).isEqualTo(200);
        assertThat(stats.atc().total()).isEqualTo(3_000);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ATO", "ATC"})
    void whatever_is_no_auction_counts_as_continuous(TradingSession session) {
        MarketBoard board = board(trade(FPT, 98_500, 100, session));

        SessionStats stats = statsOf(FPT, board);

        assertThat(stats.continuous().total()).isEqualTo(100);
    }

    @Test
    void the_three_parts_add_up_to_all_that_was_traded_whatever_the_order() {
        MarketBoard board = board();
        Random random = new Random(7);
        long traded = 0;

        for (int i = 0; i < 2_000; i++) {
            long bid = 98_000 + 100L * random.nextInt(10);
            Trade trade = trade(
                    FPT,
                    98_000 + 100L * random.nextInt(10),
                    1 + random.nextInt(5_000),
                    TradingSession.values()[random.nextInt(TradingSession.values().length)]);
            board.apply(book(FPT, bid, bid + 100));
            board.apply(trade);
            traded += trade.volume();
            SessionStats stats = statsOf(FPT, board);

            assertThat(stats.ato().total()
                            + stats.continuous().total()
                            + stats.atc().total())
                    .isEqualTo(traded);
            assertThat(stats.day().total()).isEqualTo(traded);
        }
    }

    @Test
    void values_are_price_times_shares_in_dong() {
        MarketBoard board = board(
                book(FPT, 98_500, 98_600), trade(FPT, 98_600, 100), trade(FPT, 98_600, 50), trade(FPT, 98_500, 30));

        SessionStats stats = statsOf(FPT, board);

        assertThat(stats.activeBuyValue()).isEqualTo(14_790_000);
        assertThat(stats.activeSellValue()).isEqualTo(2_955_000);
    }

    @Test
    void a_neutral_trade_adds_to_nobodys_value() {
        MarketBoard board = board(book(FPT, 98_500, 98_700), trade(FPT, 98_600, 100));

        SessionStats stats = statsOf(FPT, board);

        assertThat(stats.activeBuyValue()).isZero();
        assertThat(stats.activeSellValue()).isZero();
    }

    @Test
    void the_time_is_that_of_the_last_trade() {
        MarketBoard board = board(
                trade(FPT, 98_500, 100),
                new Trade(FPT, 98_500, 100, TradingSession.CONTINUOUS, TEN.plusSeconds(5)),
                new Quote(FPT, Depth.EMPTY, Depth.EMPTY, TEN.plusSeconds(9)));

        SessionStats stats = statsOf(FPT, board);

        assertThat(stats.lastUpdated()).isEqualTo(TEN.plusSeconds(5));
    }

    private static SessionStats statsOf(Symbol symbol, MarketBoard board) {
        return Objects.requireNonNull(board.snapshot().stats().get(symbol), () -> "No statistics of " + symbol);
    }
}
