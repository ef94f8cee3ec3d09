package org.tickcast.market.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.market.alert.Signals.said;
import static org.tickcast.testing.SampleMarket.FEBRUARY;
import static org.tickcast.testing.SampleMarket.MARCH;
import static org.tickcast.testing.SampleMarket.TEN;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickcast.market.BasisPoint;
import org.tickcast.market.Symbol;

/** A future that crosses its index. */
class BasisDivergenceTest {

    private final BasisDivergenceRule rule = new BasisDivergenceRule(2);

    @ParameterizedTest
    @CsvSource({
        "2000.1, 1999.9, true",
        "1999.9, 2000.1, true",
        "2000.1, 2000.2, false",
        "1999.9, 1999.8, false",
        "2000.1, 2000.0, false",
        "2000.0, 1999.9, false"
    })
    void it_crosses_when_it_was_on_the_other_side(double before, double now, boolean crossed) {
        rule.moved(basis(FEBRUARY, before));

        assertThat(rule.moved(basis(FEBRUARY, now)) != null).isEqualTo(crossed);
    }

    @Test
    void the_first_price_crosses_nothing() {
        assertThat(rule.moved(basis(FEBRUARY, 1_990))).isNull();
    }

    @Test
    void touching_the_index_and_going_back_is_no_crossing() {
        rule.moved(basis(FEBRUARY, 2_001));
        rule.moved(basis(FEBRUARY, 2_000));

        assertThat(rule.moved(basis(FEBRUARY, 2_001))).isNull();
    }

    @Test
    void crossing_by_way_of_the_index_is_one() {
        rule.moved(basis(FEBRUARY, 2_001));
        rule.moved(basis(FEBRUARY, 2_000));

        assertThat(rule.moved(basis(FEBRUARY, 1_999))).isNotNull();
    }

    @Test
    void another_contract_taking_over_crosses_nothing() {
        rule.moved(basis(FEBRUARY, 2_001));

        assertThat(rule.moved(basis(MARCH, 1_999))).isNull();
        assertThat(rule.moved(basis(FEBRUARY, 1_999))).isNotNull();
    }

    @Test
    void both_spellings_are_one_contract() {
        rule.moved(basis(FEBRUARY, 2_001));

        Signal signal = said(rule.moved(basis(new Symbol("41I1G2000"), 1_999)));

        assertThat(signal.symbol()).isEqualTo(FEBRUARY);
    }

    @Test
    void a_contract_too_many_is_not_followed() {
        Symbol june = new Symbol("VN30F2606");
        rule.moved(basis(FEBRUARY, 2_001));
        rule.moved(basis(MARCH, 2_001));
        rule.moved(basis(june, 2_001));

        assertThat(rule.moved(basis(june, 1_999))).isNull();
        assertThat(rule.moved(basis(MARCH, 1_999))).isNotNull();
    }

    @Test
    void it_tells_its_numbers() {
        rule.moved(basis(FEBRUARY, 2_001));

        Signal signal = said(rule.moved(basis(FEBRUARY, 1_998.8)));

        assertThat(signal.type()).isEqualTo(AlertType.BASIS_DIVERGENCE);
        assertThat(signal.message()).isEqualTo("VN30F2602 turned to a discount: -1.20 points (-0.060%)");
        assertThat(signal.data().keySet()).containsExactly("basis", "basis_pct", "futures_price", "spot_value");
        assertThat(signal.data())
                .containsEntry("basis", -1.2)
                .containsEntry("basis_pct", -0.06)
                .containsEntry("futures_price", 1_998.8)
                .containsEntry("spot_value", 2_000.0);
    }

    @Test
    void a_new_day_has_no_side_yet() {
        rule.moved(basis(FEBRUARY, 2_001));

        rule.clear();

        assertThat(rule.moved(basis(FEBRUARY, 1_999))).isNull();
    }

    private static BasisPoint basis(Symbol contract, double price) {
        return new BasisPoint(TEN, contract, price, 2_000);
    }
}
