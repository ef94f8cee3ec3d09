package org.tickcast.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.VNM;
import static org.tickcast.testing.SampleMarket.board;
import static org.tickcast.testing.SampleMarket.book;
import static org.tickcast.testing.SampleMarket.trade;

import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A trade is a buyer's, a seller's or nobody's, judged by the book before it. */
class ClassificationTest {

    @Nested
    class Given_a_bid_of_98_500_and_an_ask_of_98_700 {

        private final MarketBoard board = board(book(FPT, 98_500, 98_700));

        @ParameterizedTest
        @CsvSource({
            "98_800, 100, 0, 0",
            "98_700, 100, 0, 0",
            "98_600, 0, 0, 100",
            "98_500, 0, 100, 0",
            "98_400, 0, 100, 0",
        })
        void a_trade_belongs_to_whoever_reached_the_other_side(String price, long buy, long sell, long neutral) {
            board.apply(trade(FPT, Long.parseLong(price.replace("_", "")), 100));

            assertThat(dayOf(FPT, board)).isEqualTo(new Volumes(buy, sell, neutral));
        }

        @ParameterizedTest
        @EnumSource(names = {"ATO", "ATC"})
        void an_auction_has_no_attacker(TradingSession auction) {
            board.apply(trade(FPT, 98_700, 100, auction));
            board.apply(trade(FPT, 98_500, 100, auction));

            assertThat(dayOf(FPT, board)).isEqualTo(new Volumes(0, 0, 200));
        }

        @ParameterizedTest
        @EnumSource(
                mode = EnumSource.Mode.EXCLUDE,
                names = {"ATO", "ATC"})
        void every_other_part_of_the_day_has_one(TradingSession session) {
            board.apply(trade(FPT, 98_700, 100, session));

            assertThat(dayOf(FPT, board)).isEqualTo(new Volumes(100, 0, 0));
        }

        @Test
        void a_later_book_does_not_judge_an_earlier_trade() {
            board.apply(trade(FPT, 98_700, 100));
            board.apply(book(FPT, 98_700, 98_900));
            board.apply(trade(FPT, 98_700, 30));

            assertThat(dayOf(FPT, board)).isEqualTo(new Volumes(100, 30, 0));
        }

        @Test
        void the_book_of_another_stock_says_nothing() {
            board.apply(trade(VNM, 98_700, 100));

            assertThat(dayOf(VNM, board)).isEqualTo(new Volumes(0, 0, 100));
        }
    }

    @Nested
    class Given_a_book_with_a_missing_side {

        @Test
        void without_any_book_a_trade_is_neutral() {
            MarketBoard board = board(trade(FPT, 98_700, 100));

            assertThat(dayOf(FPT, board)).isEqualTo(new Volumes(0, 0, 100));
        }

        @Test
        void without_an_ask_nobody_is_a_buyer() {
            MarketBoard board = board(book(FPT, 98_500, 0), trade(FPT, 98_700, 100), trade(FPT, 98_500, 40));

            assertThat(dayOf(FPT, board)).isEqualTo(new Volumes(0, 40, 100));
        }

        @Test
        void without_a_bid_nobody_is_a_seller() {
            MarketBoard board = board(book(FPT, 0, 98_700), trade(FPT, 98_500, 100), trade(FPT, 98_700, 40));

            assertThat(dayOf(FPT, board)).isEqualTo(new Volumes(40, 0, 100));
        }
    }

    private static Volumes dayOf(Symbol symbol, MarketBoard board) {
        return Objects.requireNonNull(board.snapshot().stats().get(symbol), () -> "No statistics of " + symbol)
                .day();
    }
}
