package org.tickcast.market.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.market.alert.AlertType.BASIS_DIVERGENCE;
import static org.tickcast.market.alert.AlertType.FOREIGN_ACCELERATION;
import static org.tickcast.market.alert.AlertType.PRICE_BREAKOUT;
import static org.tickcast.market.alert.AlertType.VOLUME_SPIKE;
import static org.tickcast.market.alert.Signals.BAND;
import static org.tickcast.market.alert.Signals.desk;
import static org.tickcast.market.alert.Signals.flow;
import static org.tickcast.market.alert.Signals.trade;
import static org.tickcast.market.alert.Signals.tradeAt;
import static org.tickcast.market.alert.Signals.types;
import static org.tickcast.testing.SampleMarket.FEBRUARY;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tickcast.market.BasisPoint;
import org.tickcast.market.Trade;
import org.tickcast.market.TradingSession;

/** From an event to the alerts that are new. */
class AlertDeskTest {

    private final AlertDesk desk = desk();

    @Test
    void an_ordinary_trade_is_worth_no_alert() {
        desk.traded(tradeAt(98_500), BAND);

        assertThat(desk.takeNew()).isEmpty();
        assertThat(desk.book().latest(10, null, null)).isEmpty();
    }

    @Test
    void one_trade_can_be_worth_two_alerts() {
        for (int i = 0; i < 9; i++) {
            desk.traded(trade(100, Duration.ZERO), BAND);
        }

        desk.traded(new Trade(FPT, 105_300, 9_000, TradingSession.CONTINUOUS, TEN), BAND);

        assertThat(types(desk.takeNew())).containsExactly(VOLUME_SPIKE, PRICE_BREAKOUT);
        assertThat(types(desk.book().latest(10, null, null))).containsExactly(PRICE_BREAKOUT, VOLUME_SPIKE);
    }

    @Test
    void what_has_just_been_said_is_not_handed_out_again() {
        desk.traded(tradeAt(105_300), BAND);
        assertThat(types(desk.takeNew())).containsExactly(PRICE_BREAKOUT);

        desk.traded(tradeAt(105_300), BAND);

        assertThat(desk.takeNew()).isEmpty();
    }

    @Test
    void an_alert_of_a_day_that_ends_before_it_is_told_is_told_all_the_same() {
        desk.traded(tradeAt(105_300), BAND);

        desk.dayEnded();

        assertThat(types(desk.takeNew())).containsExactly(PRICE_BREAKOUT);
    }

    @Test
    void without_a_band_nothing_is_at_its_end() {
        desk.traded(tradeAt(105_300), null);

        assertThat(desk.takeNew()).isEmpty();
    }

    @Test
    void foreign_flow_and_basis_have_their_rules() {
        desk.flowed(flow(1_000_000_000, 0, Duration.ZERO));
        desk.moved(new BasisPoint(TEN, FEBRUARY, 2_001, 2_000));

        desk.flowed(flow(2_000_000_000, 0, Duration.ofMinutes(5)));
        desk.moved(new BasisPoint(TEN, FEBRUARY, 1_999, 2_000));

        assertThat(types(desk.takeNew())).containsExactly(FOREIGN_ACCELERATION, BASIS_DIVERGENCE);
    }

    @Test
    void a_new_day_forgets_the_rules_memory_and_the_book() {
        desk.moved(new BasisPoint(TEN, FEBRUARY, 2_001, 2_000));
        desk.traded(tradeAt(105_300), BAND);

        desk.takeNew();

        desk.dayEnded();
        assertThat(desk.book().latest(10, null, null)).isEmpty();
        desk.moved(new BasisPoint(TEN, FEBRUARY, 1_999, 2_000));
        desk.traded(tradeAt(105_300), BAND);

        assertThat(types(desk.takeNew())).containsExactly(PRICE_BREAKOUT);
    }
}
