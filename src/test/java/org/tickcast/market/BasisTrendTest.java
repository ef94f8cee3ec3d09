package org.tickcast.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.tickcast.testing.SampleMarket.FEBRUARY;
import static org.tickcast.testing.SampleMarket.TEN;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the basis has moved in the last minutes. */
class BasisTrendTest {

    @ParameterizedTest
    @CsvSource({"2005, 2000, 5, 0.25, true", "1990, 2000, -10, -0.5, false", "2000, 2000, 0, 0, false"})
    void a_point_tells_the_basis_in_points_and_percent(
            double future, double spot, double basis, double percent, boolean premium) {
        BasisPoint point = new BasisPoint(TEN, FEBRUARY, future, spot);

        assertThat(point.basis()).isEqualTo(basis);
        assertThat(point.percent()).isCloseTo(percent, within(1e-9));
        assertThat(point.isPremium()).isEqualTo(premium);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, 0.009, Double.NaN, Double.POSITIVE_INFINITY, Double.MAX_VALUE})
    void there_is_no_point_unless_both_have_a_price(double bad) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BasisPoint(TEN, FEBRUARY, bad, 2_000))
                .withMessageContaining("VN30F2602: futures price");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BasisPoint(TEN, FEBRUARY, 2_000, bad))
                .withMessageContaining("VN30F2602: spot");
    }

    @Test
    void a_contract_in_the_spelling_of_the_exchange_is_the_same_contract() {
        BasisPoint point = new BasisPoint(TEN, new Symbol("41I1G2000"), 2_005, 2_000);

        assertThat(point.contract()).isEqualTo(FEBRUARY);
    }

    @Nested
    class Given_a_trend_of_three_points_a_second_apart {

        private final BasisTrend trend = new BasisTrend(3, Duration.ofSeconds(1));

        @Test
        void nothing_is_known_at_first() {
            assertThat(trend.lastMinutes(30)).isEmpty();
        }

        @Test
        void the_oldest_goes_when_there_are_three() {
            IntStream.range(0, 10).forEach(second -> trend.moved(point(1_000 * second, second)));

            assertThat(trend.lastMinutes(1)).containsExactly(point(7_000, 7), point(8_000, 8), point(9_000, 9));
        }

        @Test
        void within_a_second_the_newest_takes_the_last_ones_place() {
            trend.moved(point(0, 1));
            trend.moved(point(500, 2));
            trend.moved(point(999, 3));
            trend.moved(point(1_000, 4));

            assertThat(trend.lastMinutes(1)).containsExactly(point(999, 3), point(1_000, 4));
        }

        @Test
        void a_steady_stream_faster_than_the_spacing_still_makes_points() {
            IntStream.range(0, 30).forEach(i -> trend.moved(point(100 * i, i)));

            assertThat(trend.lastMinutes(1)).containsExactly(point(900, 9), point(1_900, 19), point(2_900, 29));
        }

        @Test
        void the_last_minutes_count_back_from_the_newest_point() {
            trend.moved(point(0, 1));
            trend.moved(point(1_000, 2));
            trend.moved(point(60_000, 3));

            assertThat(trend.lastMinutes(1)).containsExactly(point(0, 1), point(1_000, 2), point(60_000, 3));

            trend.moved(point(61_000, 4));

            assertThat(trend.lastMinutes(1)).containsExactly(point(1_000, 2), point(60_000, 3), point(61_000, 4));
        }

        @Test
        void a_clock_that_jumps_back_moves_the_last_point_and_never_the_time() {
            trend.moved(point(0, 1));
            trend.moved(point(60_000, 2));
            trend.moved(point(10_000, 3));

            assertThat(trend.lastMinutes(1)).containsExactly(point(0, 1), point(60_000, 3));
        }

        @Test
        void once_cleared_it_takes_points_from_any_time() {
            trend.moved(point(60_000, 1));

            trend.dayEnded();
            trend.moved(point(0, 2));

            assertThat(trend.lastMinutes(1)).containsExactly(point(0, 2));
        }

        private static BasisPoint point(int millis, double basis) {
            return new BasisPoint(TEN.plusMillis(millis), FEBRUARY, 2_000 + basis, 2_000);
        }
    }

    @Test
    void an_hour_of_a_busy_market_is_kept() {
        BasisTrend trend = new BasisTrend();

        for (int i = 0; i < 2 * 4_000; i++) {
            trend.moved(new BasisPoint(TEN.plusMillis(500L * i), FEBRUARY, 2_001, 2_000));
        }

        assertThat(trend.lastMinutes(120)).hasSize(3_600);
    }

    @Test
    void a_trend_that_would_keep_nothing_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BasisTrend(0, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new BasisTrend(1, Duration.ofSeconds(-1)));
    }
}
