package org.tickcast.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.broadcast.VersionedFrame.Kind.ALERT;
import static org.tickcast.broadcast.VersionedFrame.Kind.BEAT;
import static org.tickcast.broadcast.VersionedFrame.Kind.HELLO;
import static org.tickcast.broadcast.VersionedStage.EPOCH;
import static org.tickcast.broadcast.VersionedStage.read;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickcast.market.alert.Alert;
import org.tickcast.market.alert.AlertType;
import org.tickcast.market.alert.Signal;
import org.tickcast.testing.PlainJson;
import org.tickcast.testing.SlowSocket;
import org.tickcast.wire.Channel;

/** Alerts are numbered, so that whoever missed one knows. */
class VersionedAlertsTest {

    private final VersionedStage stage = new VersionedStage();

    @Test
    void each_alert_is_told_at_once_with_its_number() {
        SlowSocket socket = open(null);
        stage.tickAt(0);
        stage.broadcaster.raised(alert(1));
        stage.broadcaster.raised(alert(2));
        stage.tickAt(10);
        socket.letAllArrive();

        assertThat(socket.kinds()).containsExactly(HELLO, ALERT, ALERT);
        Map<String, @Nullable Object> second = read(socket.arrived().get(2));
        assertThat(second).containsEntry("n", 2.0);
        assertThat(PlainJson.asObject(second.get("alert"))).containsEntry("id", "00000002");
    }

    @Test
    void those_that_nobody_heard_count_too() {
        stage.broadcaster.raised(alert(7));
        stage.tickAt(0);
        SlowSocket socket = open(null);
        stage.tickAt(10);
        socket.letAllArrive();

        assertThat(read(socket.arrived().get(0)))
                .containsEntry("channel", "alerts")
                .containsEntry("version", 1.0);
    }

    @ParameterizedTest
    @CsvSource({
        "a-life-of-the-board:2, true,",
        "a-life-of-the-board:1, false, too-old",
        "a-life-of-the-board:3, false, malformed",
        "another:2, false, epoch",
        "rubbish, false, malformed"
    })
    void whoever_comes_back_learns_whether_it_has_missed_any(String since, boolean resumed, @Nullable String reason) {
        stage.broadcaster.raised(alert(1));
        stage.broadcaster.raised(alert(2));
        stage.tickAt(0);
        SlowSocket socket = open(since);
        stage.tickAt(10);
        socket.letAllArrive();

        assertThat(socket.kinds()).containsExactly(HELLO);
        assertThat(read(socket.arrived().get(0)))
                .containsEntry("epoch", EPOCH)
                .containsEntry("resumed", resumed)
                .containsEntry("reason", reason);
    }

    @Test
    void a_beat_names_the_newest_and_has_no_checksum() {
        SlowSocket socket = open(null);
        stage.tickAt(0);
        stage.broadcaster.raised(alert(1));
        stage.tickAt(5_000);
        socket.letAllArrive();

        assertThat(socket.kinds()).containsExactly(HELLO, ALERT, BEAT);
        assertThat(read(socket.arrived().get(2))).containsEntry("version", 1.0).containsEntry("checksum", null);
    }

    private SlowSocket open(@Nullable String since) {
        return new SlowSocket(stage.broadcaster, Channel.ALERTS, since);
    }

    private static Alert alert(int id) {
        Signal signal = new Signal(AlertType.PRICE_BREAKOUT, FPT, "FPT did something", TEN, Map.of());
        return new Alert(String.format("%08x", id), signal);
    }
}
