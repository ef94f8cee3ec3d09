package org.tickcast.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The price steps of HOSE, above all where they change. */
class TickSizeTest {

    @ParameterizedTest
    @CsvSource({
        "10, 10",
        "9990, 10",
        "9999, 10",
        "10000, 50",
        "10050, 50",
        "49950, 50",
        "49999, 50",
        "50000, 100",
        "50100, 100"
    })
    void the_step_grows_at_ten_and_at_fifty_thousand(long price, long step) {
        assertThat(TickSize.at(price)).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({"9980, 9990", "9990, 10000", "10000, 10050", "49950, 50000", "50000, 50100"})
    void up_and_down_are_each_others_way_back(long lower, long higher) {
        assertThat(TickSize.oneUp(lower)).isEqualTo(higher);
        assertThat(TickSize.oneDown(higher)).isEqualTo(lower);
    }

    @ParameterizedTest
    @CsvSource({
        "9990, true",
        "9995, false",
        "10000, true",
        "10010, false",
        "10050, true",
        "49950, true",
        "49960, false",
        "50000, true",
        "50050, false",
        "50100, true"
    })
    void a_price_is_on_a_step_or_it_is_not(long price, boolean onTick) {
        assertThat(TickSize.isOnTick(price)).isEqualTo(onTick);
    }

    @ParameterizedTest
    @CsvSource({
        // reference, ceiling, floor
        "98500, 105300, 91700",
        "24500, 26200, 22800",
        "9350, 10000, 8700",
        "9340, 9990, 8690",
        "10750, 11500, 10000",
        "10700, 11400, 9960",
        "46750, 50000, 43500",
        "46700, 49950, 43450",
        "53800, 57500, 50100",
        "53700, 57400, 49950",
        "100000, 107000, 93000",
    })
    void ceilings_are_rounded_down_and_floors_up_to_a_step(long reference, long ceiling, long floor) {
        assertThat(TickSize.ceilingFor(reference)).isEqualTo(ceiling);
        assertThat(TickSize.floorFor(reference)).isEqualTo(floor);
    }

    @Test
    void no_stock_may_move_by_more_than_seven_percent_and_none_by_a_step_less() {
        for (long reference = 1_000; reference <= 200_000; reference = TickSize.oneUp(reference)) {
            long ceiling = TickSize.ceilingFor(reference);
            long floor = TickSize.floorFor(reference);

            assertThat(TickSize.isOnTick(ceiling) && TickSize.isOnTick(floor))
                    .as("band of %d on a step", reference)
                    .isTrue();
            assertThat(100 * ceiling).as("ceiling of %d", reference).isLessThanOrEqualTo(107 * reference);
            assertThat(100 * TickSize.oneUp(ceiling))
                    .as("a step above the ceiling of %d", reference)
                    .isGreaterThan(107 * reference);
            assertThat(100 * floor).as("floor of %d", reference).isGreaterThanOrEqualTo(93 * reference);
            assertThat(100 * TickSize.oneDown(floor))
                    .as("a step below the floor of %d", reference)
                    .isLessThan(93 * reference);
        }
    }
}
