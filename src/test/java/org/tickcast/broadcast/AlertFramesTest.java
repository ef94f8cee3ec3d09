package org.tickcast.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickcast.market.alert.Alert;
import org.tickcast.market.alert.AlertType;
import org.tickcast.market.alert.Signal;
import org.tickcast.testing.RecordingSubscriber;
import org.tickcast.wire.Channel;

/** Alerts are not a picture: each is told once, at once, to whoever is there. */
class AlertFramesTest {

    private final BroadcastStage stage = new BroadcastStage(17);
    private final RecordingSubscriber reader = new RecordingSubscriber();

    @Test
    void every_alert_is_a_frame_of_its_own_however_soon_after_the_last() {
        stage.broadcaster.join(Channel.ALERTS, reader);
        stage.broadcaster.raised(alert(1));
        stage.broadcaster.raised(alert(2));
        stage.tickAt(0);
        stage.broadcaster.raised(alert(3));
        stage.tickAt(10);

        assertThat(reader.versions()).containsExactly(1L, 2L, 3L);
        assertThat(reader.frames()).extracting(Frame::kind).containsOnly(Frame.Kind.ALERT);
        assertThat(reader.frames().get(2).text()).contains("\"id\":\"00000003\"");
    }

    @Test
    void whoever_comes_later_is_not_told_what_was_said_before() {
        stage.broadcaster.raised(alert(1));
        stage.tickAt(0);
        stage.broadcaster.join(Channel.ALERTS, reader);
        stage.tickAt(10);
        stage.broadcaster.raised(alert(2));
        stage.tickAt(20);

        assertThat(reader.frames())
                .singleElement()
                .satisfies(frame -> assertThat(frame.text()).contains("\"id\":\"00000002\""));
    }

    @Test
    void who_has_left_is_told_nothing_and_neither_are_the_other_channels() {
        RecordingSubscriber elsewhere = new RecordingSubscriber();
        stage.broadcaster.join(Channel.ALERTS, reader);
        stage.broadcaster.join(Channel.INDEX, elsewhere);
        stage.broadcaster.leave(Channel.ALERTS, reader);
        stage.broadcaster.raised(alert(1));
        stage.tickAt(0);

        assertThat(reader.frames()).isEmpty();
        assertThat(elsewhere.frames()).extracting(Frame::kind).containsOnly(Frame.Kind.SNAPSHOT);
    }

    private static Alert alert(int id) {
        Signal signal = new Signal(AlertType.PRICE_BREAKOUT, FPT, "FPT did something", TEN, Map.of());
        return new Alert(String.format("%08x", id), signal);
    }
}
