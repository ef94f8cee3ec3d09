package org.tickcast.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.board;
import static org.tickcast.testing.SampleMarket.index;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An index and its line through the day. */
class IndexPictureTest {

    @Nested
    class Given_three_points_a_minute_apart {

        private final MarketBoard board = board(new BoardLimits(3, Duration.ofMinutes(1)));

        @Test
        void the_line_starts_with_the_first_value() {
            report(0, 2_001);

            assertThat(vn30(board).intraday()).containsExactly(point(0, 2_001));
        }

        @Test
        void a_value_within_the_minute_moves_the_last_point() {
            report(0, 2_001);
            report(30, 2_002);
            report(59, 2_003);

            assertThat(vn30(board).intraday()).containsExactly(point(0, 2_003));
        }

        @Test
        void a_value_after_a_minute_is_a_new_point() {
            report(0, 2_001);
            report(59, 2_002);
            report(60, 2_003);

            assertThat(vn30(board).intraday()).containsExactly(point(0, 2_002), point(60, 2_003));
        }

        @Test
        void a_pause_leaves_a_gap() {
            report(0, 2_001);
            report(600, 2_002);

            assertThat(vn30(board).intraday()).containsExactly(point(0, 2_001), point(600, 2_002));
        }

        @Test
        void the_oldest_point_goes_when_there_are_three() {
            for (int minute = 0; minute < 10; minute++) {
                report(60 * minute, 2_000 + minute);
            }

            assertThat(vn30(board).intraday()).containsExactly(point(420, 2_007), point(480, 2_008), point(540, 2_009));
        }

        @Test
        void a_value_from_before_moves_the_last_point_and_never_the_time() {
            report(0, 2_001);
            report(60, 2_002);
            report(10, 2_003);

            assertThat(vn30(board).intraday()).containsExactly(point(0, 2_001), point(60, 2_003));
        }

        @Test
        void a_picture_taken_earlier_stays_as_it_was() {
            report(0, 2_001);
            IndexPicture earlier = vn30(board);

            report(1, 2_005);
            report(90, 2_006);

            assertThat(earlier.intraday()).containsExactly(point(0, 2_001));
            assertThat(earlier.latest().value()).isEqualTo(2_001);
        }

        private void report(int second, double value) {
            board.apply(index(Watchlist.VN30, value, at(second)));
        }
    }

    @Test
    void change_is_measured_from_yesterday() {
        IndexPicture vn30 = vn30(board(index(Watchlist.VN30, 2_030, TEN)));

        assertThat(vn30.change()).isEqualTo(30);
        assertThat(vn30.changePercent()).isEqualTo(1.5);
    }

    @ParameterizedTest
    @CsvSource({"12, 4, 0.75", "5, 0, 1", "0, 5, 0", "0, 0, 0"})
    void the_advance_ratio_is_the_risers_among_those_that_moved(int advances, int declines, double ratio) {
        IndexValue value = new IndexValue(Watchlist.VN30, 2_000, 2_000, 0, advances, declines, 9, TEN);

        IndexPicture vn30 = vn30(board(value));

        assertThat(vn30.advanceRatio()).isEqualTo(ratio);
    }

    @Test
    void indices_stand_in_the_order_of_the_watchlist_whichever_came_first() {
        MarketBoard board = board(index(Watchlist.VNINDEX, 1_700, TEN), index(Watchlist.VN30, 2_000, TEN));

        assertThat(board.indices()).containsOnlyKeys(Watchlist.VN30, Watchlist.VNINDEX);
        assertThat(board.indices().keySet()).containsExactly(Watchlist.VN30, Watchlist.VNINDEX);
    }

    @Test
    void an_index_without_a_value_is_not_shown() {
        assertThat(board(index(Watchlist.VNINDEX, 1_700, TEN)).indices()).containsOnlyKeys(Watchlist.VNINDEX);
    }

    private static IndexPicture vn30(MarketBoard board) {
        return Objects.requireNonNull(board.indices().get(Watchlist.VN30), "VN30");
    }

    private static IntradayPoint point(int second, double value) {
        return new IntradayPoint(at(second), value);
    }

    private static Instant at(int second) {
        return TEN.plusSeconds(second);
    }
}
