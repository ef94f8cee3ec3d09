package org.tickcast.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.market.FuturesListing;

/** What may be asked of the simulated market. */
class SimulationSettingsTest {

    @Test
    void without_wishes_it_is_an_ordinary_market_that_always_trades_in_real_time() {
        assertThat(SimulationSettings.ofSeed(7))
                .isEqualTo(new SimulationSettings(
                        7,
                        Scenario.CALM,
                        SimulatedHours.AROUND_THE_CLOCK,
                        ResetTime.USUAL,
                        FuturesListing.vietnam(),
                        1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 60, 1_000})
    void it_may_pass_at_a_tenth_to_a_thousand_times_the_speed_of_time(double speed) {
        assertThat(SimulationSettings.ofSeed(7).atSpeed(speed).speed()).isEqualTo(speed);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.0999, 1_000.1, Double.NaN, Double.POSITIVE_INFINITY})
    void any_other_speed_is_refused_by_name(double speed) {
        assertThatThrownBy(() -> SimulationSettings.ofSeed(7).atSpeed(speed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("speed must be from 0.1 to 1000, was " + speed);
    }
}
