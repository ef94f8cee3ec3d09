package org.tickcast.market.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.market.alert.Signals.BAND;
import static org.tickcast.market.alert.Signals.said;
import static org.tickcast.market.alert.Signals.tradeAt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A price at the end of its band. */
class PriceBreakoutTest {

    private final PriceBreakoutRule rule = new PriceBreakoutRule(Quiet.NEVER);

    @ParameterizedTest
    @CsvSource({"105200, false", "105300, true", "105400, true", "91800, false", "91700, true", "91600, true"})
    void a_price_breaks_out_at_the_end_of_its_band_or_beyond(long price, boolean breakout) {
        assertThat(rule.traded(tradeAt(price), BAND) != null).isEqualTo(breakout);
    }

    @Test
    void without_a_band_nothing_breaks_out_of_it() {
        assertThat(rule.traded(tradeAt(200_000), null)).isNull();
        assertThat(rule.traded(tradeAt(1), null)).isNull();
    }

    @Test
    void at_the_ceiling_it_says_so() {
        Signal signal = said(rule.traded(tradeAt(105_300), BAND));

        assertThat(signal.type().severity()).isEqualTo(AlertSeverity.CRITICAL);
        assertThat(signal.message()).isEqualTo("FPT is at its ceiling of 105,300");
        assertThat(signal.data().keySet()).containsExactly("price", "ceiling", "direction");
        assertThat(signal.data())
                .containsEntry("price", 105_300L)
                .containsEntry("ceiling", 105_300L)
                .containsEntry("direction", "ceiling");
    }

    @Test
    void at_the_floor_it_says_so() {
        Signal signal = said(rule.traded(tradeAt(91_600), BAND));

        assertThat(signal.message()).isEqualTo("FPT is at its floor of 91,700");
        assertThat(signal.data().keySet()).containsExactly("price", "floor", "direction");
        assertThat(signal.data()).containsEntry("floor", 91_700L).containsEntry("direction", "floor");
    }
}
