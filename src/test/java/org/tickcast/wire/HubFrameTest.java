package org.tickcast.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HubFrameTest {

    private static final Instant AT = Instant.parse("2026-11-21T03:30:00.250Z");

    @Test
    void a_field_stands_in_the_payload_and_beside_it() {
        String frame = HubFrame.of("user_joined")
                .with("room_id", "r1")
                .with("user_id", "ann")
                .write();

        assertThat(frame)
                .isEqualTo("{\"payload\":{\"room_id\":\"r1\",\"user_id\":\"ann\"},\"room_id\":\"r1\","
                        + "\"type\":\"user_joined\",\"user_id\":\"ann\"}");
    }

    @Test
    void a_list_stands_in_the_payload_only_so_that_it_is_sent_once() {
        String frame =
                HubFrame.of("presence_state").with("users", List.of("ann")).write();

        assertThat(frame).isEqualTo("{\"payload\":{\"users\":[\"ann\"]},\"type\":\"presence_state\"}");
    }

    @Test
    void what_is_not_known_is_left_out() {
        assertThat(HubFrame.of("error").with("room_id", null).write()).isEqualTo("{\"payload\":{},\"type\":\"error\"}");
    }

    @Test
    void a_moment_is_written_for_programs_in_seconds_and_for_people_in_their_time() {
        assertThat(HubFrame.of("broadcast").at(AT).write())
                .isEqualTo("{\"at\":\"2026-11-21T10:30:00.250000+07:00\","
                        + "\"payload\":{\"at\":\"2026-11-21T10:30:00.250000+07:00\"},"
                        + "\"timestamp\":1795231800,\"type\":\"broadcast\"}");
    }

    @Test
    void a_pong_is_as_older_clients_know_it() {
        assertThat(HubFrame.pong(null)).isEqualTo("{\"type\":\"pong\"}");
        assertThat(HubFrame.pong("m1")).isEqualTo("{\"message_id\":\"m1\",\"type\":\"pong\"}");
    }
}
