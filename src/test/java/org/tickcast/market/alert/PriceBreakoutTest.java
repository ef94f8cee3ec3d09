package org.tickcast.market.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.market.alert.Signals.BAND;
import static org.tickcast.market.alert.Signals.said;
import static org.tickcast.market.alert.Signals.tradeAt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickcast.market.StockPrice;

/** A price at the end of its band. */
class PriceBreakoutTest {

    private final PriceBreakoutRule rule = new PriceBreakoutRule();

    @ParameterizedTest
    @CsvSource({"105200, false", "105300, true", "105400, true", "91800, false", "91700, true", "91600, true"})
    void a_price_breaks_out_at_the_end_of_its_band_or_beyond(long price, boolean breakout) {
        assertThat(rule.traded(tradeAt(price), BAND) != null).isEqualTo(breakout);
    }

    @ParameterizedTest
    @CsvSource({"0, 91700", "105300, 0", "0, 0"})
    void without_a_band_nothing_breaks_out_of_it(long ceiling, long floor) {
        StockPrice price = new StockPrice(98_500, 98_500, ceiling, floor);

        assertThat(rule.traded(tradeAt(200_000), price)).isNull();
        assertThat(rule.traded(tradeAt(1), price)).isNull();
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
