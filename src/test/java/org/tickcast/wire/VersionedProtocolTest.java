package org.tickcast.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Every frame of tickcast.v1, byte by byte. */
class VersionedProtocolTest {

    private static final Instant AT = Instant.parse("2026-02-11T03:00:00.123456789Z");
    private static final String TS = "\"ts\":1770778800123456";

    @Test
    void the_greeting_of_a_first_visit() {
        assertThat(VersionedProtocol.hello(AT, Channel.MARKET, "e1", 12, Duration.ofSeconds(5), false, null))
                .isEqualTo("{\"type\":\"hello\"," + TS + ",\"channel\":\"market\",\"epoch\":\"e1\",\"version\":12,"
                        + "\"heartbeat_ms\":5000,\"resumed\":false,\"reason\":null}");
    }

    @Test
    void the_greeting_of_one_who_has_to_start_over() {
        assertThat(VersionedProtocol.hello(
                        AT, Channel.INDEX, "e1", 12, Duration.ofSeconds(5), false, FullStart.TOO_OLD))
                .endsWith("\"resumed\":false,\"reason\":\"too-old\"}");
    }

    @Test
    void a_snapshot() {
        assertThat(VersionedProtocol.snapshot(AT, "e1", 12, 3L, "{\"a\":1}"))
                .isEqualTo("{\"type\":\"snapshot\"," + TS
                        + ",\"epoch\":\"e1\",\"version\":12,\"skipped\":3,\"data\":{\"a\":1}}");
        assertThat(VersionedProtocol.snapshot(AT, "e1", 12, null, "{}")).contains("\"skipped\":null");
    }

    @Test
    void a_patch() {
        assertThat(VersionedProtocol.patch(AT, new Patch(5, 12, "{\"a\":1}", null), 0))
                .isEqualTo("{\"type\":\"patch\"," + TS + ",\"from\":5,\"to\":12,\"skipped\":0,\"patch\":{\"a\":1}}");
        assertThat(VersionedProtocol.patch(AT, new Patch(5, 12, "{}", "{\"/a\":{}}"), 0))
                .endsWith("\"patch\":{},\"series\":{\"/a\":{}}}");
    }

    @Test
    void a_beat() {
        assertThat(VersionedProtocol.beat(AT, 12, "cbf43926"))
                .isEqualTo("{\"type\":\"beat\"," + TS + ",\"version\":12,\"checksum\":\"cbf43926\"}");
        assertThat(VersionedProtocol.beat(AT, 12, null)).endsWith("\"checksum\":null}");
    }

    @Test
    void a_status() {
        assertThat(VersionedProtocol.status(AT, false))
                .isEqualTo("{\"type\":\"status\"," + TS + ",\"connected\":false}");
    }

    @Test
    void a_goodbye() {
        assertThat(VersionedProtocol.bye(AT, CloseCode.GOING_AWAY, Duration.ofSeconds(2)))
                .isEqualTo("{\"type\":\"bye\"," + TS
                        + ",\"code\":1001,\"reason\":\"going-away\",\"retry_after_ms\":2000}");
        assertThat(VersionedProtocol.bye(AT, CloseCode.TOKEN_INVALID, null)).endsWith("\"retry_after_ms\":null}");
    }

    @Test
    void an_alert() {
        assertThat(VersionedProtocol.alert(AT, 7, "{\"id\":\"x\"}"))
                .isEqualTo("{\"type\":\"alert\"," + TS + ",\"n\":7,\"alert\":{\"id\":\"x\"}}");
    }

    @Test
    void an_answer_to_a_ping() {
        assertThat(VersionedProtocol.pong(AT, new VersionedCommand.Ping("\"a\"")))
                .isEqualTo("{\"type\":\"pong\"," + TS + ",\"id\":\"a\"}");
        assertThat(VersionedProtocol.pong(AT, new VersionedCommand.Ping(null))).endsWith("\"id\":null}");
    }
}
