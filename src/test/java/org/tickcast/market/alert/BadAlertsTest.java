package org.tickcast.market.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tickcast.market.alert.Signals.signal;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thresholds and alerts that make no sense refuse to exist. */
class BadAlertsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void a_threshold_is_a_number_above_zero(double bad) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlertLimits.VolumeSpike(bad, MINUTE, 10, 1_200))
                .withMessageContaining("volume ratio")
                .withMessageContaining(String.valueOf(bad));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlertLimits.ForeignAcceleration(bad, MINUTE, 1, 600))
                .withMessageContaining("foreign change")
                .withMessageContaining(String.valueOf(bad));
    }

    @Test
    void a_window_is_some_time() {
        for (Duration bad : List.of(Duration.ZERO, Duration.ofSeconds(-1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AlertLimits.VolumeSpike(3, bad, 10, 1_200))
                    .withMessageContaining("window");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AlertLimits.ForeignAcceleration(0.3, bad, 1, 600))
                    .withMessageContaining("lookback");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new AlertLimits.Book(Duration.ofSeconds(-1), 500));
    }

    @Test
    void something_has_to_be_kept_to_tell() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AlertLimits.VolumeSpike(3, MINUTE, 0, 1_200));
        assertThatIllegalArgumentException().isThrownBy(() -> new AlertLimits.VolumeSpike(3, MINUTE, 10, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> new AlertLimits.ForeignAcceleration(0.3, MINUTE, 0, 600));
        assertThatIllegalArgumentException().isThrownBy(() -> new AlertLimits.ForeignAcceleration(0.3, MINUTE, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new AlertLimits.Book(MINUTE, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> limitsFor(0));
        assertThat(limitsFor(1).maxSymbols()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "123456789", "1234567G", "ABCDEF01"})
    void an_id_is_eight_hexadecimal_digits(String bad) {
        Signal signal = signal(AlertType.VOLUME_SPIKE, FPT, Duration.ZERO);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Alert(bad, signal))
                .withMessageContaining("\"" + bad + "\"");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_number_that_JSON_cannot_write_is_in_no_alert(double bad) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Signal(AlertType.VOLUME_SPIKE, FPT, "?", TEN, Map.of("ratio", bad)))
                .withMessageContaining("FPT: ratio");
    }

    @Test
    void a_thing_that_is_neither_number_nor_text_is_in_no_alert() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Signal(AlertType.VOLUME_SPIKE, FPT, "?", TEN, Map.of("at", TEN)));
    }

    @Test
    void a_signal_does_not_follow_the_map_it_came_from() {
        Map<String, Object> data = new HashMap<>(Map.of("ratio", 3.5));
        Signal signal = new Signal(AlertType.VOLUME_SPIKE, FPT, "?", TEN, data);

        data.clear();

        assertThat(signal.data()).containsEntry("ratio", 3.5);
    }

    private static AlertLimits limitsFor(int symbols) {
        return new AlertLimits(
                symbols,
                AlertLimits.DEFAULTS.volumeSpike(),
                AlertLimits.DEFAULTS.foreign(),
                AlertLimits.DEFAULTS.book());
    }
}
