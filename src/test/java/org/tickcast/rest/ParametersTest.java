package org.tickcast.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tickcast.market.alert.AlertType;

/** What stands behind the question mark. What is refused, and how, RefusalsIT shows: it takes a server to answer. */
class ParametersTest {

    @Test
    void both_ends_of_a_range_are_in_it() {
        assertThat(Parameters.wholeNumber("1", 1, 200)).isEqualTo(1);
        assertThat(Parameters.wholeNumber("200", 1, 200)).isEqualTo(200);
    }

    @Test
    void a_choice_is_written_in_lower_case_and_may_be_left_out() {
        assertThat(Parameters.oneOf(AlertType.values(), "volume_spike")).isEqualTo(AlertType.VOLUME_SPIKE);
        assertThat(Parameters.oneOf(AlertType.values(), null)).isNull();
    }
}
