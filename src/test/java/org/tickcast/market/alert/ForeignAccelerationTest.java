package org.tickcast.market.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.market.alert.Signals.flow;
import static org.tickcast.market.alert.Signals.said;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A foreign net value that has changed by more than thirty percent in five minutes. */
class ForeignAccelerationTest {

    private static final long BILLION = 1_000_000_000;
    private static final Duration FIVE = Duration.ofMinutes(5);

    private final ForeignAccelerationRule rule = new ForeignAccelerationRule(AlertLimits.DEFAULTS.foreign(), 10);

    @ParameterizedTest
    @CsvSource({
        // bought, sold: at ten, and five minutes later
        "1000000000, 0, 1300000000, 0, false",
        "1000000000, 0, 1300000001, 0, true",
        "1000000000, 0, 1000000000, 300000000, false",
        "1000000000, 0, 1000000000, 300000001, true",
        "0, 1000000000, 0, 1300000000, false",
        "0, 1000000000, 0, 1300000001, true",
        "0, 1000000000, 300000001, 1000000000, true",
        "0, 1000000000, 5000000000, 1000000000, true", // from selling to buying
        "1000000000, 0, 1000000000, 0, false"
    })
    void more_than_thirty_percent_either_way_is_fast(
            long bought, long sold, long boughtNow, long soldNow, boolean fast) {
        rule.flowed(flow(bought, sold, Duration.ZERO));

        assertThat(rule.flowed(flow(boughtNow, soldNow, FIVE)) != null).isEqualTo(fast);
    }

    @ParameterizedTest
    @CsvSource({"999999999, 0, false", "1000000000, 0, true", "0, 999999999, false", "0, 1000000000, true"})
    void a_net_value_below_a_billion_is_too_small_to_compare_with(long bought, long sold, boolean fast) {
        rule.flowed(flow(bought, sold, Duration.ZERO));

        assertThat(rule.flowed(flow(bought + 9 * BILLION, sold, FIVE)) != null).isEqualTo(fast);
    }

    @Test
    void until_five_minutes_are_known_nothing_is_fast() {
        rule.flowed(flow(BILLION, 0, Duration.ZERO));

        assertThat(rule.flowed(flow(9 * BILLION, 0, FIVE.minusNanos(1)))).isNull();
    }

    @Test
    void it_is_compared_with_the_newest_value_that_is_old_enough() {
        rule.flowed(flow(BILLION, 0, Duration.ZERO));
        rule.flowed(flow(2 * BILLION, 0, Duration.ofMinutes(1)));
        rule.flowed(flow(2 * BILLION, 0, Duration.ofMinutes(3)));

        assertThat(rule.flowed(flow(2_600_000_000L, 0, Duration.ofMinutes(6)))).isNull();
        assertThat(rule.flowed(flow(2_600_000_001L, 0, Duration.ofMinutes(6)))).isNotNull();
    }

    @Test
    void after_a_pause_it_is_compared_with_what_was_before_it() {
        rule.flowed(flow(BILLION, 0, Duration.ZERO));

        assertThat(rule.flowed(flow(2 * BILLION, 0, Duration.ofHours(2)))).isNotNull();
    }

    @Test
    void a_feed_that_reports_very_often_is_compared_over_five_minutes_all_the_same() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(rule.flowed(flow(BILLION, 0, Duration.ofMillis(29L * i))))
                    .isNull();
        }
        rule.flowed(flow(3 * BILLION, 0, Duration.ofMinutes(4).plusSeconds(59)));

        assertThat(rule.flowed(flow(3 * BILLION, 0, FIVE.plusSeconds(1)))).isNotNull();
    }

    @Test
    void a_feed_that_starts_over_has_not_sold_everything() {
        rule.flowed(flow(5 * BILLION, 0, Duration.ZERO));

        assertThat(rule.flowed(flow(0, 0, FIVE))).isNull();
        assertThat(rule.flowed(flow(BILLION, 0, FIVE.plusMinutes(1)))).isNull();
        assertThat(rule.flowed(flow(2 * BILLION, 0, FIVE.plusMinutes(6)))).isNotNull();
    }

    @Test
    void a_clock_that_jumps_back_a_little_changes_nothing() {
        rule.flowed(flow(BILLION, 0, Duration.ZERO));
        rule.flowed(flow(BILLION, 0, Duration.ofMinutes(4)));
        rule.flowed(flow(BILLION, 0, Duration.ofMinutes(3)));

        assertThat(rule.flowed(flow(2 * BILLION, 0, FIVE))).isNotNull();
    }

    @Test
    void a_clock_that_jumps_back_far_starts_a_new_memory() {
        rule.flowed(flow(BILLION, 0, Duration.ZERO));
        rule.flowed(flow(BILLION, 0, FIVE));
        rule.flowed(flow(BILLION, 0, Duration.ofHours(-1)));

        assertThat(rule.flowed(flow(2 * BILLION, 0, Duration.ofHours(-1).plusMinutes(4))))
                .isNull();
        assertThat(rule.flowed(flow(2 * BILLION, 0, Duration.ofHours(-1).plusMinutes(5))))
                .isNotNull();
    }

    @Test
    void it_tells_its_numbers() {
        rule.flowed(flow(2 * BILLION, BILLION, Duration.ZERO));

        Signal signal = said(rule.flowed(flow(2 * BILLION, 2 * BILLION + 123_456_789, FIVE)));

        assertThat(signal.type()).isEqualTo(AlertType.FOREIGN_ACCELERATION);
        assertThat(signal.message()).isEqualTo("FPT: foreign selling, net value changed by 112% in 5 min");
        assertThat(signal.data().keySet()).containsExactly("net_value", "prev_value", "change_pct");
        assertThat(signal.data())
                .containsEntry("net_value", -123_456_789L)
                .containsEntry("prev_value", BILLION)
                .containsEntry("change_pct", 1.123);
    }

    @Test
    void a_new_day_starts_a_new_memory() {
        rule.flowed(flow(BILLION, 0, Duration.ZERO));

        rule.clear();

        assertThat(rule.flowed(flow(2 * BILLION, 0, FIVE))).isNull();
    }
}
