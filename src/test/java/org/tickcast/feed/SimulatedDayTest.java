package org.tickcast.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A simulated day looks like a day. What exactly it looks like is in docs/simulated-market.md. */
class SimulatedDayTest {

    private static final SimulatedDay CALM = new SimulatedDay(1, Scenario.CALM);

    @BeforeAll
    static void let_it_pass() {
        CALM.play();
    }

    @Test
    void tens_of_trades_a_second() {
        assertThat(CALM.tradesPerSecond()).isBetween(15.0, 60.0);
    }

    @Test
    void most_of_the_time_bid_and_ask_are_one_tick_apart() {
        assertThat(CALM.oneTick()).isGreaterThan(0.75);
        assertThat(CALM.meanSpread()).isLessThan(1.5);
    }

    @Test
    void an_ordinary_stock_moves_one_or_two_percent() {
        assertThat(CALM.typicalVolatility()).isBetween(1.0, 2.0);
    }

    @Test
    void stocks_move_together_but_not_as_one() {
        assertThat(CALM.correlation()).isBetween(0.2, 0.7);
    }

    @Test
    void a_tenth_of_the_trading_is_foreign() {
        assertThat(CALM.foreignShare()).isBetween(0.05, 0.2);
    }

    @Test
    void nothing_falls_to_the_floor() {
        assertThat(CALM.sawFloor()).isZero();
    }

    @Test
    void more_is_traded_at_both_ends_of_the_day_than_before_lunch() {
        assertThat(CALM.volumeByHalfHour().keySet())
                .containsExactly(
                        "09:00",
                        "09:15 ATO",
                        "09:30",
                        "10:00",
                        "10:30",
                        "11:00",
                        "13:00",
                        "13:30",
                        "14:00",
                        "14:45 ATC");
        assertThat(volume("09:00")).as("in a quarter of an hour").isGreaterThan(volume("11:00"));
        assertThat(volume("09:30")).isGreaterThan(volume("11:00") * 3 / 2);
        assertThat(volume("14:00")).isGreaterThan(volume("11:00") * 3 / 2);
        assertThat(volume("14:45 ATC")).isGreaterThan(volume("09:15 ATO"));
    }

    private static long volume(String when) {
        return CALM.volumeByHalfHour().getOrDefault(when, 0L);
    }
}
