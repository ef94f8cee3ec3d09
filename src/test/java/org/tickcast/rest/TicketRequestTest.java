package org.tickcast.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.wire.Channel;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.Door;

/** One channel, in JSON, and not a word more. */
class TicketRequestTest {

    private static final String JSON = "application/json";

    @ParameterizedTest
    @EnumSource
    void a_channel_is_wanted_by_its_name(Channel channel) throws IOException {
        assertThat(read(JSON, "{\"channel\":\"" + channel.id() + "\"}"))
                .isEqualTo(new TicketRequest.For(Door.of(channel)));
    }

    @Test
    void blanks_and_a_charset_do_not_matter() throws IOException {
        assertThat(read("Application/JSON ; charset=utf-8", " {\n\"channel\" : \"index\" }\n"))
                .isEqualTo(new TicketRequest.For(Door.of(Channel.INDEX)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MARKET", "api", "market ", "../market", "\\u0000", "chứng khoán"})
    void what_is_no_channel_is_no_valid_parameter(String name) throws IOException {
        assertThat(read(JSON, "{\"channel\":\"" + name + "\"}"))
                .isEqualTo(new TicketRequest.Bad(CloseCode.BAD_PARAMETER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "\"market\"",
                "[\"market\"]",
                "{}",
                "{\"Channel\":\"market\"}",
                "{\"channel\":null}",
                "{\"channel\":7}",
                "{\"channel\":{\"channel\":\"market\"}}",
                "{\"channel\":\"market\"",
                "{\"channel\":\"market\",}",
                "{\"channel\":\"market\"} x",
                "{\"channel\":\"market\"}{}",
                "{\"channel\":\"market\",\"channel\":\"market\"}",
                "{\"channel\":\"market\",\"more\":1}",
                "{'channel':'market'}",
                "channel=market"
            })
    void anything_but_that_one_object_makes_no_sense(String body) throws IOException {
        assertThat(read(JSON, body)).isEqualTo(new TicketRequest.Bad(CloseCode.BAD_REQUEST));
    }

    @Test
    void bytes_that_are_no_text_make_no_sense() throws IOException {
        byte[] notUtf8 = "{\"channel\":\"m\u00e4rket\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(TicketRequest.read(JSON, new ByteArrayInputStream(notUtf8)))
                .isEqualTo(new TicketRequest.Bad(CloseCode.BAD_REQUEST));
    }

    @Test
    void a_body_has_at_most_256_bytes_and_no_more_of_it_is_read() throws IOException {
        String wanted = "{\"channel\":\"market\"}";
        String longest = wanted + " ".repeat(256 - wanted.length());
        ByteArrayInputStream endless = new ByteArrayInputStream(new byte[1_000_000]);

        assertThat(read(JSON, longest)).isEqualTo(new TicketRequest.For(Door.of(Channel.MARKET)));
        assertThat(read(JSON, longest + " ")).isEqualTo(new TicketRequest.Bad(CloseCode.MESSAGE_TOO_BIG));
        assertThat(TicketRequest.read(JSON, endless)).isEqualTo(new TicketRequest.Bad(CloseCode.MESSAGE_TOO_BIG));
        assertThat(endless.available()).isEqualTo(1_000_000 - 257);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "text/plain", "application/x-www-form-urlencoded", "application/jsonx", "json"})
    void it_says_that_it_is_JSON(@Nullable String contentType) throws IOException {
        assertThat(read(contentType, "{\"channel\":\"market\"}"))
                .isEqualTo(new TicketRequest.Bad(CloseCode.BAD_REQUEST));
    }

    private static TicketRequest read(@Nullable String contentType, String body) throws IOException {
        return TicketRequest.read(contentType, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
