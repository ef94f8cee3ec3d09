package org.tickcast.ops.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.band;
import static org.tickcast.testing.SampleMarket.trade;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tickcast.socket.SocketListener.Tally;
import org.tickcast.wire.Channel;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.Door;
import org.tickcast.wire.TextMessage;

/** What happens shows in the figures, under the names that others look for. */
class FiguresTest {

    private final MeteredWorld world = new MeteredWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_socket_counts_while_it_is_open() {
        Tally market = world.sockets.tally(Door.of(Channel.MARKET), "tickcast.v1");
        Tally hub = world.sockets.tally(Door.HUB, "hub");
        market.opened();
        market.opened();
        hub.opened();

        market.ended();

        assertThat(world.value("tickcast_sockets{door=\"market\",protocol=\"tickcast.v1\"}"))
                .isEqualTo(1);
        assertThat(world.value("ws_connections_active{channel=\"market\"}")).isEqualTo(1);
        assertThat(world.value("websocket_connections_total")).isEqualTo(2);
        assertThat(world.value("websocket_connection_accepted_total{door=\"market\",protocol=\"tickcast.v1\"}"))
                .isEqualTo(2);
        assertThat(world.text()).contains("# TYPE websocket_connections_total gauge");
    }

    @Test
    void a_frame_counts_when_it_has_left_with_all_its_bytes_and_the_time_that_took() {
        TextMessage message = new TextMessage("a frame");
        Tally tally = world.sockets.tally(Door.of(Channel.INDEX), "plain");
        long setOut = tally.setOut();
        world.nanos += Duration.ofMillis(30).toNanos();

        tally.left(message, setOut);

        assertThat(world.value("tickcast_frames_sent_total{door=\"index\",protocol=\"plain\"}"))
                .isEqualTo(1);
        assertThat(world.value("tickcast_bytes_sent_total{door=\"index\",protocol=\"plain\"}"))
                .isEqualTo(message.frame().remaining());
        assertThat(world.value("websocket_message_latency_seconds_bucket{le=\"0.01\"}"))
                .isZero();
        assertThat(world.value("websocket_message_latency_seconds_bucket{le=\"0.05\"}"))
                .isEqualTo(1);
        assertThat(world.value("websocket_message_latency_seconds_count")).isEqualTo(1);
        assertThat(world.value("websocket_message_latency_seconds_sum")).isEqualTo(0.03);
    }

    @Test
    void a_duration_at_a_bound_is_below_it() {
        Durations durations = world.meters.durations("some_seconds", "of a test", 1, 2);

        durations.record(Duration.ofSeconds(1).toNanos());
        durations.record(Duration.ofSeconds(1).toNanos() + 1);
        durations.record(Duration.ofSeconds(3).toNanos());

        assertThat(world.value("some_seconds_bucket{le=\"1.0\"}")).isEqualTo(1);
        assertThat(world.value("some_seconds_bucket{le=\"2.0\"}")).isEqualTo(2);
        assertThat(world.value("some_seconds_bucket{le=\"+Inf\"}")).isEqualTo(3);
    }

    @Test
    void events_count_by_what_older_systems_call_them() {
        world.tick.happened(trade(FPT, 98_500, 100), 700);
        world.tick.happened(band(FPT, 98_000), 700);

        assertThat(world.value("ssi_messages_received_total{channel=\"trade\"}"))
                .isEqualTo(1);
        assertThat(world.value("ssi_messages_received_total{channel=\"other\"}"))
                .isEqualTo(1);
        assertThat(world.value("trade_classification_duration_seconds_count")).isEqualTo(1);
    }

    @Test
    void the_age_of_the_feed_is_that_of_the_last_tick_in_which_something_happened() {
        world.tick.happened(trade(FPT, 98_500, 100), 700);
        world.tick.ticked(1_000, world.nanos);
        world.nanos += Duration.ofSeconds(8).toNanos();
        world.tick.ticked(1_000, world.nanos);
        world.nanos += Duration.ofSeconds(2).toNanos();

        assertThat(world.value("tickcast_feed_age_seconds")).isEqualTo(10);
        assertThat(world.value("tickcast_tick_age_seconds")).isEqualTo(2);
        assertThat(world.tick.sinceLastTick()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void what_waits_for_the_tick_shows_beside_how_much_may() {
        world.inbox.offer(trade(FPT, 98_500, 100));

        assertThat(world.value("tickcast_inbox_events")).isEqualTo(1);
        assertThat(world.value("tickcast_inbox_capacity")).isEqualTo(10);
        assertThat(world.value("tickcast_feed_state{state=\"starting\"}")).isEqualTo(1);
        assertThat(world.value("tickcast_feed_state{state=\"down\"}")).isZero();
        assertThat(world.value("tickcast_draining")).isZero();
    }

    @Test
    void ends_of_sockets_are_told_apart_by_who_ended_them_and_how() {
        world.closed(1001, CloseCode.GOING_AWAY);
        world.closed(1000, null);
        world.closed(1006, null);

        assertThat(world.value("websocket_connection_closed_total{code=\"1001\",reason=\"going-away\"}"))
                .isEqualTo(1);
        assertThat(world.value("websocket_connection_closed_total{code=\"1000\",reason=\"client\"}"))
                .isEqualTo(1);
        assertThat(world.value("websocket_connection_error_total")).isEqualTo(1);
    }

    @Test
    void a_limit_that_was_exceeded_has_a_figure_of_its_own() {
        world.refused("market", CloseCode.CONNECT_RATE);
        world.refused("api", CloseCode.TOKEN_GUESSES);

        assertThat(world.value("websocket_rate_limit_exceeded_total{limit=\"connects\"}"))
                .isEqualTo(1);
        assertThat(world.value("websocket_rate_limit_exceeded_total{limit=\"wrong-tokens\"}"))
                .isEqualTo(1);
        assertThat(world.value("tickcast_admissions_total{door=\"api\",verdict=\"token-guesses\"}"))
                .isEqualTo(1);
    }

    @Test
    void what_is_said_on_the_hub_has_been_so_long_on_the_bus() {
        world.hub.said("chat", Duration.ofMillis(20));
        world.hub.said("system", Duration.ofSeconds(2));

        assertThat(world.value("tickcast_hub_bus_lag_seconds_bucket{le=\"0.01\"}"))
                .isZero();
        assertThat(world.value("tickcast_hub_bus_lag_seconds_bucket{le=\"0.025\"}"))
                .isEqualTo(1);
        assertThat(world.value("tickcast_hub_bus_lag_seconds_count")).isEqualTo(2);
        assertThat(world.text()).doesNotContain("system\"");
    }

    @Test
    void what_was_skipped_in_redis_is_counted() {
        assertThat(world.value("tickcast_bus_skipped_total")).isZero();

        world.skipped.set(2);

        assertThat(world.value("tickcast_bus_skipped_total")).isEqualTo(2);
    }

    @Test
    void what_the_hub_does_for_people_is_counted_and_who_is_there_shown_as_it_is_now() {
        world.hub.notified();
        world.hub.notificationsDropped(5);
        world.hub.announced();
        world.hub.notAnEvent("{\"of\":\"" + MeteredWorld.USER + "\"}");
        world.hub.counted(7, 200);
        world.hub.counted(6, 150);

        assertThat(world.value("tickcast_hub_notifications_total")).isEqualTo(1);
        assertThat(world.value("tickcast_hub_notifications_dropped_total")).isEqualTo(5);
        assertThat(world.value("tickcast_hub_announcements_total")).isEqualTo(1);
        assertThat(world.value("tickcast_hub_unreadable_total")).isEqualTo(1);
        assertThat(world.value("tickcast_hub_rooms")).isEqualTo(6);
        assertThat(world.value("tickcast_hub_online_users")).isEqualTo(150);
        assertThat(world.text()).doesNotContain(MeteredWorld.USER);
    }
}
