package org.tickcast.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.board;
import static org.tickcast.testing.SampleMarket.foreign;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What foreigners did with one stock, and how fast. */
class ForeignFlowTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MarketBoard board = board();

    @Test
    void totals_are_those_of_the_last_report_and_net_is_bought_less_sold() {
        board.apply(foreign(FPT, 100, 10, TEN));
        board.apply(new ForeignFlow(FPT, 700, 900, 68_950_000, 88_650_000, 1_000, 250, TEN.plus(MINUTE)));

        ForeignActivity fpt = fpt();

        assertThat(fpt.buyVolume()).isEqualTo(700);
        assertThat(fpt.sellVolume()).isEqualTo(900);
        assertThat(fpt.netVolume()).isEqualTo(-200);
        assertThat(fpt.buyValue()).isEqualTo(68_950_000);
        assertThat(fpt.sellValue()).isEqualTo(88_650_000);
        assertThat(fpt.netValue()).isEqualTo(-19_700_000);
        assertThat(fpt.totalRoom()).isEqualTo(1_000);
        assertThat(fpt.currentRoom()).isEqualTo(250);
        assertThat(fpt.lastUpdated()).isEqualTo(TEN.plus(MINUTE));
    }

    @Test
    void what_came_before_the_first_report_has_no_speed() {
        board.apply(foreign(FPT, 5_000_000, 1, TEN));

        assertThat(fpt().buySpeed()).isZero();
        assertThat(fpt().buyAcceleration()).isZero();
    }

    @Nested
    class Given_1000_shares_bought_and_500_sold_after_one_minute {

        private final Instant then = TEN.plus(MINUTE);

        Given_1000_shares_bought_and_500_sold_after_one_minute() {
            board.apply(foreign(FPT, 10_000, 20_000, TEN));
            board.apply(foreign(FPT, 11_000, 20_500, then));
        }

        @Test
        void the_speed_is_a_fifth_of_it_per_minute() {
            assertThat(fpt().buySpeed()).isEqualTo(200);
            assertThat(fpt().sellSpeed()).isEqualTo(100);
        }

        @Test
        void the_acceleration_is_by_how_much_the_speed_grew() {
            assertThat(fpt().buyAcceleration()).isEqualTo(200);
            assertThat(fpt().sellAcceleration()).isEqualTo(100);
        }

        @Test
        void a_steady_speed_accelerates_no_more() {
            board.apply(foreign(FPT, 11_000, 20_500, then.plus(MINUTE)));

            assertThat(fpt().buySpeed()).isEqualTo(200);
            assertThat(fpt().buyAcceleration()).isZero();
        }

        @Test
        void five_minutes_later_it_still_counts() {
            board.apply(foreign(FPT, 11_000, 20_500, then.plus(Duration.ofMinutes(5))));

            assertThat(fpt().buySpeed()).isEqualTo(200);
        }

        @Test
        void after_five_minutes_it_counts_no_more_and_the_speed_has_fallen() {
            board.apply(foreign(
                    FPT, 11_500, 20_500, then.plus(Duration.ofMinutes(5)).plusMillis(1)));

            assertThat(fpt().buySpeed()).isEqualTo(100);
            assertThat(fpt().buyAcceleration()).isEqualTo(-100);
            assertThat(fpt().sellSpeed()).isZero();
            assertThat(fpt().sellAcceleration()).isEqualTo(-100);
        }

        @Test
        void totals_that_start_over_are_shown_and_are_not_trading() {
            board.apply(foreign(FPT, 300, 0, then.plus(MINUTE)));

            assertThat(fpt().buyVolume()).isEqualTo(300);
            assertThat(fpt().buySpeed()).isEqualTo(200);
            assertThat(fpt().sellSpeed()).isEqualTo(100);
        }

        @Test
        void after_a_start_over_growth_counts_from_there() {
            board.apply(foreign(FPT, 300, 0, then.plus(MINUTE)));
            board.apply(foreign(FPT, 800, 50, then.plus(MINUTE)));

            assertThat(fpt().buySpeed()).isEqualTo((1_000 + 500) / 5.0);
            assertThat(fpt().sellSpeed()).isEqualTo((500 + 50) / 5.0);
        }
    }

    @Test
    void a_feed_that_reports_very_often_shortens_the_window_instead_of_filling_the_memory() {
        for (int i = 0; i <= 1_000; i++) {
            board.apply(foreign(FPT, i, 0, TEN.plusMillis(i)));
        }

        assertThat(fpt().buySpeed()).isEqualTo(600 / 5.0);
    }

    @Test
    void when_reports_come_closer_together_the_whole_window_still_counts() {
        for (int i = 0; i <= 100; i++) {
            board.apply(foreign(FPT, i, 0, TEN.plusSeconds(10L * i)));
        }
        Instant then = TEN.plusSeconds(1_000);
        for (int i = 1; i <= 299; i++) {
            board.apply(foreign(FPT, 100 + i, 0, then.plusSeconds(i)));
        }

        assertThat(fpt().buySpeed()).isEqualTo((1 + 299) / 5.0);

        board.apply(foreign(FPT, 399, 0, then.plusSeconds(400)));

        assertThat(fpt().buySpeed()).isEqualTo(200 / 5.0);
    }

    private ForeignActivity fpt() {
        ForeignSummary summary = board.foreign();
        return summary.topBuy().isEmpty()
                ? summary.topSell().get(0)
                : summary.topBuy().get(0);
    }
}
