package org.tickcast.ops.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tickcast.socket.SocketListener.Tally;
import org.tickcast.wire.Channel;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.Door;

/** However many clients there are, and whatever they make up, there are no more series. */
class LabelsTest {

    private final MeteredWorld world = new MeteredWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void what_clients_make_up_is_counted_together() {
        makeUp(0);
        long before = world.series();

        for (int i = 1; i <= 1_000; i++) {
            makeUp(i);
        }

        assertThat(world.series()).isEqualTo(before);
        assertThat(world.value("tickcast_admissions_total{door=\"other\",verdict=\"no-such-socket\"}"))
                .isEqualTo(1_001);
        assertThat(world.value("websocket_connection_closed_total{code=\"other\",reason=\"client\"}"))
                .isEqualTo(1_001);
        assertThat(world.value("websocket_messages_total{type=\"other\"}")).isEqualTo(1_001);
        assertThat(world.text()).contains("method=\"other\"", "status_code=\"other\"");
    }

    private void makeUp(int i) {
        world.refused("no-such-door-" + i, CloseCode.NO_SUCH_SOCKET);
        world.closed(3_000 + i, null);
        world.hub.heard("type" + i);
        world.http.answered("METHOD" + i, "/api/*", 1_000 + i, 1);
    }

    @Test
    void a_thousand_sockets_are_the_series_of_one() {
        world.sockets.tally(Door.of(Channel.MARKET), "plain").opened();
        long before = world.series();

        for (int i = 0; i < 1_000; i++) {
            Tally tally = world.sockets.tally(Door.of(Channel.MARKET), "plain");
            tally.opened();
        }

        assertThat(world.series()).isEqualTo(before);
        assertThat(world.value("ws_connections_active{channel=\"market\"}")).isEqualTo(1_001);
    }

    @Test
    void nobody_and_nothing_that_was_shown_is_in_it() {
        world.somethingOfEachKindHappens();

        assertThat(world.text()).doesNotContain(MeteredWorld.USER, MeteredWorld.ADDRESS, MeteredWorld.TOKEN);
    }
}
