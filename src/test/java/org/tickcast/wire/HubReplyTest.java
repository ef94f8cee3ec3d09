package org.tickcast.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bytes that the hub has of its own for what is said on every socket, and the bodies that it is sent over HTTP. */
class HubReplyTest {

    @Test
    void a_new_token_is_answered_with_its_end() {
        assertThat(HubReply.authAccepted(Instant.parse("2026-11-21T05:15:10Z")))
                .isEqualTo("{\"expires_at\":\"2026-11-21T12:15:10.000000+07:00\",\"ok\":true,\"payload\":"
                        + "{\"expires_at\":\"2026-11-21T12:15:10.000000+07:00\",\"ok\":true},\"type\":\"auth\"}");
        assertThat(HubReply.authAccepted(null)).isEqualTo("{\"ok\":true,\"payload\":{\"ok\":true},\"type\":\"auth\"}");
    }

    @Test
    void one_message_too_many_is_an_error_like_others() {
        assertThat(HubReply.tooManyMessages(10, 100, 0, Duration.ofNanos(411_000_001)))
                .isEqualTo("{\"code\":\"message-rate\",\"message\":\"Too many messages\",\"payload\":"
                        + "{\"code\":\"message-rate\",\"limit\":{\"per_minute\":100,\"per_second\":10},"
                        + "\"message\":\"Too many messages\",\"remaining\":0,\"retry_after_ms\":412},"
                        + "\"remaining\":0,\"retry_after_ms\":412,\"type\":\"error\"}");
    }

    @Test
    void a_body_is_an_object_of_texts() {
        HubRequest request = read("{\"message\":\"hello\",\"name\":null,\"more\":[1]}");

        assertThat(request.text("message")).isEqualTo("hello");
        assertThat(request.textIfThere("name")).isNull();
        assertThat(request.textIfThere("nothing")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                    | NOT_JSON",
                "[]                    | NOT_JSON",
                "{\"message\":         | NOT_JSON",
                "{}                    | BAD_FIELD",
                "{\"message\":1}       | BAD_FIELD",
                "{\"message\":null}    | BAD_FIELD",
                "{\"message\":\"a\",\"message\":\"b\"} | BAD_FIELD",
                "{\"message\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}}}} | TOO_DEEP",
            })
    void anything_else_is_refused_with_the_reason(String body, HubError reason) {
        assertThatExceptionOfType(BadJson.class)
                .isThrownBy(() -> read(body).text("message"))
                .satisfies(bad -> assertThat(bad.error()).isEqualTo(reason));
    }

    @Test
    void so_are_bytes_that_are_no_text_and_too_many() {
        assertThatExceptionOfType(BadJson.class)
                .isThrownBy(() -> HubRequest.read(new byte[] {'{', '"', (byte) 0xff, '"'}, HubMessageLimits.DEFAULTS))
                .satisfies(bad -> assertThat(bad.error()).isEqualTo(HubError.NOT_JSON));
        assertThatExceptionOfType(BadJson.class)
                .isThrownBy(() -> read("{}" + " ".repeat(16 * 1024 - 1)))
                .satisfies(bad -> assertThat(bad.error()).isEqualTo(HubError.TOO_BIG));
    }

    private static HubRequest read(String body) {
        return HubRequest.read(body.getBytes(StandardCharsets.UTF_8), HubMessageLimits.DEFAULTS);
    }
}
