package org.tickcast.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickcast.testing.SampleMarket.FEBRUARY;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.band;
import static org.tickcast.testing.SampleMarket.board;
import static org.tickcast.testing.SampleMarket.book;
import static org.tickcast.testing.SampleMarket.foreign;
import static org.tickcast.testing.SampleMarket.futures;
import static org.tickcast.testing.SampleMarket.index;
import static org.tickcast.testing.SampleMarket.trade;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each event of a feed may be possible, and all of them together odd: the board shows what it is told and stays whole. */
class OddStreamTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final long MOST_OF_A_TRADE = 1_000_000_000_000_000L;

    private final MarketBoard board = board();

    @ParameterizedTest
    @ValueSource(longs = {1, 91_500, 105_400, 1_000_000})
    void a_price_outside_the_band_is_shown_as_it_is(long price) {
        board.apply(band(FPT, 98_500));
        board.apply(trade(FPT, price, 100));

        assertThat(price().last()).isEqualTo(price);
        assertThat(price().reference()).isEqualTo(98_500);
        assertThat(traded()).isEqualTo(100);
    }

    @Test
    void a_band_that_comes_after_its_trades_is_the_band_all_the_same() {
        board.apply(trade(FPT, 98_500, 100));
        board.apply(band(FPT, 98_500));

        assertThat(price()).isEqualTo(new StockPrice(98_500, 98_500, 105_300, 91_700));
    }

    @Test
    void a_book_that_crosses_judges_by_its_ask_first() {
        board.apply(book(FPT, 98_600, 98_500));
        board.apply(trade(FPT, 98_550, 100));

        assertThat(stats().day()).isEqualTo(new Volumes(100, 0, 0));
    }

    @Test
    void a_trade_from_before_counts_and_its_time_is_shown() {
        board.apply(trade(FPT, 98_500, 100));
        board.apply(new Trade(FPT, 98_400, 200, TradingSession.CONTINUOUS, TEN.minus(HOUR)));

        assertThat(traded()).isEqualTo(300);
        assertThat(price().last()).isEqualTo(98_400);
        assertThat(stats().lastUpdated()).isEqualTo(TEN.minus(HOUR));
    }

    @Test
    void a_total_that_is_told_twice_counts_once() {
        board.apply(foreign(FPT, 1_000, 500, TEN));
        board.apply(index(Watchlist.VN30, 2_010, TEN));
        MarketSnapshot before = board.snapshot();

        board.apply(foreign(FPT, 1_000, 500, TEN));
        board.apply(index(Watchlist.VN30, 2_010, TEN));

        assertThat(board.snapshot()).isEqualTo(before);
    }

    @Test
    void a_day_that_ends_twice_is_over() {
        board.apply(trade(FPT, 98_500, 100));
        board.apply(new DailyReset(TEN));
        board.apply(new DailyReset(TEN));

        assertThat(board.snapshot()).isEqualTo(board().snapshot());
    }

    @Test
    void an_end_of_a_day_from_before_ends_the_day() {
        board.apply(trade(FPT, 98_500, 100));
        board.apply(new DailyReset(TEN.minus(HOUR)));

        assertThat(traded()).isZero();
    }

    @Test
    void foreign_reports_of_a_clock_that_jumps_back_keep_counting() {
        board.apply(foreign(FPT, 1_000, 0, TEN));
        board.apply(foreign(FPT, 2_000, 0, TEN.plus(HOUR)));
        board.apply(foreign(FPT, 3_000, 0, TEN));
        board.apply(foreign(FPT, 4_000, 0, TEN.plus(HOUR).plus(HOUR)));

        assertThat(board.foreignStocks().get(0)).satisfies(fpt -> {
            assertThat(fpt.buyVolume()).isEqualTo(4_000);
            assertThat(fpt.buySpeed())
                    .as("only the last report is of these five minutes")
                    .isEqualTo(200);
        });
    }

    /** As many trades as large as one can be, spread over the parts of the day, as a 64-bit number can count. */
    @Nested
    class Given_as_many_shares_as_can_be_counted {

        private static final long TRADES = Long.MAX_VALUE / MOST_OF_A_TRADE;

        Given_as_many_shares_as_can_be_counted() {
            for (int i = 0; i < TRADES; i++) {
                TradingSession session = i % 2 == 0 ? TradingSession.ATO : TradingSession.CONTINUOUS;
                board.apply(trade(FPT, 1, MOST_OF_A_TRADE, session));
            }
        }

        @Test
        void they_are_shown() {
            assertThat(traded()).isEqualTo(TRADES * MOST_OF_A_TRADE);
        }

        @Test
        void one_trade_more_is_refused_whole_and_the_picture_stays() {
            MarketSnapshot before = board.snapshot();
            long version = board.version();

            assertThatThrownBy(() -> board.apply(trade(FPT, 1, MOST_OF_A_TRADE, TradingSession.ATC)))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessageContaining("FPT");

            assertThat(board.snapshot()).isEqualTo(before);
            assertThat(board.version()).isEqualTo(version);
        }
    }

    @Test
    void contracts_beyond_counting_are_refused_and_the_picture_stays() {
        for (int i = 0; i < Long.MAX_VALUE / MOST_OF_A_TRADE; i++) {
            board.apply(futures(FEBRUARY, 2_000, MOST_OF_A_TRADE));
        }
        FuturesPicture before = Objects.requireNonNull(board.snapshot().futures());

        assertThatThrownBy(() -> board.apply(futures(FEBRUARY, 2_001, MOST_OF_A_TRADE)))
                .isInstanceOf(ArithmeticException.class);

        assertThat(board.snapshot().futures()).isEqualTo(before);
    }

    private StockPrice price() {
        return Objects.requireNonNull(board.snapshot().prices().get(FPT));
    }

    private SessionStats stats() {
        return Objects.requireNonNull(board.snapshot().stats().get(FPT));
    }

    private long traded() {
        return stats().day().total();
    }
}
