package org.tickcast.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FEBRUARY;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickcast.market.BasisPoint;
import org.tickcast.market.MarketTime;
import org.tickcast.market.SessionClock;
import org.tickcast.market.TradingCalendar;
import org.tickcast.market.alert.Alert;
import org.tickcast.market.alert.AlertType;
import org.tickcast.market.alert.Signal;

/** Alerts, the basis and the session in the words that clients know. */
class AlertJsonTest {

    private final WireCodec codec = new WireCodec();

    @Test
    void an_alert_has_its_numbers_under_the_names_of_its_rule() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("price", 105_300L);
        data.put("ratio", 3.5);
        data.put("direction", "ceiling");
        Alert alert =
                new Alert("0badf00d", new Signal(AlertType.PRICE_BREAKOUT, FPT, "FPT is at its ceiling", TEN, data));

        assertThat(codec.alert(alert))
                .isEqualTo("{\"alert_type\":\"price_breakout\","
                        + "\"data\":{\"price\":105300,\"ratio\":3.5,\"direction\":\"ceiling\"},"
                        + "\"id\":\"0badf00d\",\"message\":\"FPT is at its ceiling\",\"severity\":\"critical\","
                        + "\"symbol\":\"FPT\",\"timestamp\":\"2026-02-11T10:00:00.000000+07:00\"}");
        assertThat(codec.alerts(List.of(alert, alert)))
                .isEqualTo("[" + codec.alert(alert) + "," + codec.alert(alert) + "]");
        assertThat(codec.alerts(List.of())).isEqualTo("[]");
    }

    @Test
    void a_point_of_the_basis_has_both_prices_and_what_follows_from_them() {
        assertThat(codec.basisTrend(List.of(new BasisPoint(TEN, FEBRUARY, 1_995.5, 2_000))))
                .isEqualTo("[{\"basis\":-4.5,\"basis_pct\":-0.22,\"futures_price\":1995.5,"
                        + "\"futures_symbol\":\"VN30F2602\",\"is_premium\":false,\"spot_value\":2000.0,"
                        + "\"timestamp\":\"2026-02-11T10:00:00.000000+07:00\"}]");
    }

    @Test
    void the_session_says_what_each_board_does_and_until_when() {
        MarketTime ten = new MarketTime(() -> TEN, new SessionClock(TradingCalendar.vietnam()));

        assertThat(codec.session(ten))
                .startsWith("{\"boards\":[{\"board\":\"HOSE\",\"is_open\":true,"
                        + "\"next_change\":\"2026-02-11T11:30:00.000000+07:00\",\"phase\":\"continuous\"}")
                .contains("\"board\":\"HNX\"", "\"board\":\"UPCOM\"", "\"board\":\"DERIVATIVES\"")
                .endsWith("\"timestamp\":\"2026-02-11T10:00:00.000000+07:00\"}");
    }
}
