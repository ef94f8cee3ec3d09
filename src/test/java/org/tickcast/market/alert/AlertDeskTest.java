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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickcast.market.BasisPoint;
import org.tickcast.market.Trade;
import org.tickcast.market.TradingSession;

/** From an event to the alerts that are new. */
class AlertDeskTest {

    private final AlertDesk desk = desk();

    @Test
    void an_ordinary_trade_is_worth_no_alert() {
        assertThat(desk.traded(tradeAt(98_500), BAND)).isEmpty();
        assertThat(desk.book().latest(10, null, null)).isEmpty();
    }

    @Test
    void one_trade_can_be_worth_two_alerts() {
        for (int i = 0; i < 9; i++) {
            desk.traded(trade(100, Duration.ZERO), BAND);
        }

        List<Alert> alerts = desk.traded(new Trade(FPT, 105_300, 9_000, TradingSession.CONTINUOUS, TEN), BAND);

        assertThat(types(alerts)).containsExactly(VOLUME_SPIKE, PRICE_BREAKOUT);
        assertThat(types(desk.book().latest(10, null, null))).containsExactly(PRICE_BREAKOUT, VOLUME_SPIKE);
    }

    @Test
    void what_has_just_been_said_is_not_handed_out_again() {
        assertThat(types(desk.traded(tradeAt(105_300), BAND))).containsExactly(PRICE_BREAKOUT);
        assertThat(desk.traded(tradeAt(105_300), BAND)).isEmpty();
    }

    @Test
    void foreign_flow_and_basis_have_their_rules() {
        desk.flowed(flow(1_000_000_000, 0, Duration.ZERO));
        desk.moved(new BasisPoint(TEN, FEBRUARY, 2_001, 2_000));

        assertThat(types(desk.flowed(flow(2_000_000_000, 0, Duration.ofMinutes(5)))))
                .containsExactly(FOREIGN_ACCELERATION);
        assertThat(types(desk.moved(new BasisPoint(TEN, FEBRUARY, 1_999, 2_000))))
                .containsExactly(BASIS_DIVERGENCE);
    }

    @Test
    void a_new_day_forgets_the_rules_memory_and_the_book() {
        desk.moved(new BasisPoint(TEN, FEBRUARY, 2_001, 2_000));
        desk.traded(tradeAt(105_300), BAND);

        desk.clear();

        assertThat(desk.book().latest(10, null, null)).isEmpty();
        assertThat(desk.moved(new BasisPoint(TEN, FEBRUARY, 1_999, 2_000))).isEmpty();
        assertThat(desk.traded(tradeAt(105_300), BAND)).hasSize(1);
    }
}
