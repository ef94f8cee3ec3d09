package org.tickcast.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client may say, and what it is told. */
class ClientCommandTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"auth\",\"token\":\"a.b.c\"}",
                " {\"token\": \"a.b.c\", \"type\": \"auth\"}\n",
                "{\"type\":\"auth\",\"id\":[{\"x\":1}],\"token\":\"a.b.c\"}",
                "{\"type\":\"a\\u0075th\",\"token\":\"a.b.c\"}"
            })
    void a_new_token_is_one_however_it_is_written(String text) {
        assertThat(ClientCommand.read(text)).isEqualTo(new ClientCommand.Auth("a.b.c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ping",
                "{",
                "{}",
                "[]",
                "null",
                "{\"type\":\"ping\"}",
                "{\"type\":\"auth\"}",
                "{\"token\":\"a.b.c\"}",
                "{\"type\":\"auth\",\"token\":null}",
                "{\"type\":\"auth\",\"token\":1}",
                "{\"type\":\"auth\",\"token\":[\"a.b.c\"]}",
                "{\"type\":[\"auth\"],\"token\":\"a.b.c\"}",
                "{\"type\":\"AUTH\",\"token\":\"a.b.c\"}",
                "{\"type\":\"auth\",\"token\":\"a\",\"token\":\"b\"}",
                "{\"type\":\"auth\",\"type\":\"auth\",\"token\":\"b\"}",
                "{\"type\":\"auth\",\"token\":\"a.b.c\"} x",
                "{\"type\":\"auth\",\"token\":\"a.b.c\"",
                "[{\"type\":\"auth\",\"token\":\"a.b.c\"}]",
                "{\"data\":{\"type\":\"auth\",\"token\":\"a.b.c\"}}",
                "{type:\"auth\",token:\"a\"}",
                "\u0000{\"type\":\"auth\",\"token\":\"a\"}"
            })
    void anything_else_means_nothing(String text) {
        assertThat(ClientCommand.read(text)).isEqualTo(new ClientCommand.Other());
    }

    @Test
    void neither_depth_nor_length_is_any_trouble() {
        String deep = "{\"type\":" + "[".repeat(5_000);
        String deeper = "{\"x\":" + "{\"x\":".repeat(2_000);
        String longest = "{\"type\":\"auth\",\"token\":\"" + "x".repeat(ClientCommand.LONGEST) + "\"}";

        assertThat(ClientCommand.read(deep)).isEqualTo(new ClientCommand.Other());
        assertThat(ClientCommand.read(deeper)).isEqualTo(new ClientCommand.Other());
        assertThat(ClientCommand.read(longest)).isEqualTo(new ClientCommand.Other());
    }

    @Test
    void no_command_shows_its_token() {
        assertThat(new ClientCommand.Auth("a.b.c").toString()).doesNotContain("a.b.c");
    }

    @Test
    void answers_are_these_to_the_last_byte() {
        WireCodec codec = new WireCodec();

        assertThat(codec.authAccepted(Instant.parse("2026-11-21T05:15:10Z")))
                .isEqualTo("{\"type\":\"auth\",\"ok\":true,\"expires_at\":\"2026-11-21T12:15:10.000000+07:00\"}");
        assertThat(codec.authAccepted(null)).isEqualTo("{\"type\":\"auth\",\"ok\":true,\"expires_at\":null}");
        assertThat(codec.authAccepted(Instant.MAX)).isEqualTo("{\"type\":\"auth\",\"ok\":true,\"expires_at\":null}");
        assertThat(codec.tooManyMessages(10, 100, 0, Duration.ofNanos(800_000_001)))
                .isEqualTo("{\"type\":\"error\",\"code\":\"message-rate\",\"message\":\"Too many messages\","
                        + "\"limit\":{\"per_second\":10,\"per_minute\":100},\"remaining\":0,\"retry_after_ms\":801}");
    }
}
