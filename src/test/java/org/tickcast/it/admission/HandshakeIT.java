package org.tickcast.it.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.TickcastWar;

/** Requests that are not, or not quite, a WebSocket handshake. */
@ExtendWith(ArquillianExtension.class)
class HandshakeIT {

    private static final String ADDRESS = "127.1.0.2";
    private static final String AUTHORIZED = "Authorization: Bearer " + TickcastWar.TOKEN;
    private static final String KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
    private static final String VERSION = "Sec-WebSocket-Version: 13";
    private static final String UPGRADE = "Upgrade: websocket";
    private static final String CONNECTION = "Connection: Upgrade";

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE"})
    void a_plain_request_to_a_channel_is_told_to_upgrade(String method) throws IOException {
        try (BareClient client = client().request(method + " /ws/market HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            assertThat(client.status()).isEqualTo(426);
            assertThat(client.header("Upgrade")).isEqualTo("websocket");
            assertThat(client.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(client.rest()).contains("\"code\":\"not-a-websocket\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws/xyz", "/ws/marketplace", "/ws/market/x", "/ws/"})
    void there_is_nothing_at_any_other_path_with_or_without_an_upgrade(String path) throws IOException {
        try (BareClient upgrading = client().upgrade(path, AUTHORIZED);
                BareClient plain = client().request("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            assertRefused(upgrading, 404, "no-such-socket");
            assertRefused(plain, 404, "no-such-socket");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ws/%6darket",
                "/%77s/market",
                "/ws/market;x=1",
                "/ws;x/market",
                "//ws/market",
                "/ws//market",
                "/x/../ws/market",
                "/ws/./market",
                "/WS/market",
                "/ws%2fmarket"
            })
    void however_the_path_is_spelled_nobody_comes_in_without_a_token(String spelling) throws IOException {
        try (BareClient client = client().upgrade(spelling)) {
            assertThat(client.status()).isBetween(400, 499);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a|b", "{1}", "\"q\"", "a^b", "%zz"})
    void a_query_that_is_no_part_of_an_address_is_refused(String value) throws IOException {
        try (BareClient client = client().upgrade("/ws/index?token=" + TickcastWar.TOKEN + "&x=" + value)) {
            assertThat(client.status()).isEqualTo(400);
        }
    }

    @Test
    void a_channel_spelled_otherwise_is_told_to_upgrade_too() throws IOException {
        try (BareClient client = client().request("GET /ws/%6darket;x=1 HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            assertThat(client.status()).isEqualTo(426);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "OPTIONS", "DELETE"})
    void an_upgrade_by_another_method_than_GET_is_refused_in_words(String method) throws IOException {
        try (BareClient client =
                client().request(method + " /ws/market HTTP/1.1\r\nHost: localhost\r\n" + UPGRADE + "\r\n\r\n")) {
            assertRefused(client, 426, "not-a-websocket");
        }
    }

    @Test
    void a_HEAD_request_is_answered_without_a_body() throws IOException {
        try (BareClient client =
                client().request("HEAD /ws/market HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) {
            assertThat(client.status()).isEqualTo(426);
            assertThat(client.rest()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "8", "12", "14", "thirteen"})
    void another_version_of_the_protocol_is_told_which_one_we_speak(String version) throws IOException {
        try (BareClient client = ask(UPGRADE, CONNECTION, KEY, "Sec-WebSocket-Version: " + version, AUTHORIZED)) {
            assertThat(client.header("Sec-WebSocket-Version")).isEqualTo("13");
            assertRefused(client, 426, "wrong-version");
        }
    }

    @Test
    void a_handshake_without_a_key_is_refused() throws IOException {
        try (BareClient client = ask(UPGRADE, CONNECTION, VERSION, AUTHORIZED)) {
            assertRefused(client, 400, "bad-handshake");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"short", "dGhlIHNhbXBsZSBub25jZQ", "dGhlIHNhbXBsZSBub25jZQ==dGhlIHNh", "not base 64 at all!!"})
    void a_handshake_with_a_key_that_is_none_is_refused(String key) throws IOException {
        try (BareClient client = ask(UPGRADE, CONNECTION, VERSION, "Sec-WebSocket-Key: " + key, AUTHORIZED)) {
            assertRefused(client, 400, "bad-handshake");
        }
    }

    @Test
    void a_handshake_whose_connection_is_not_to_be_upgraded_is_refused() throws IOException {
        try (BareClient client = ask(UPGRADE, VERSION, KEY, AUTHORIZED)) {
            assertRefused(client, 400, "bad-handshake");
        }
    }

    @Test
    void a_connection_header_may_list_other_things_too() throws IOException {
        try (BareClient client = ask(UPGRADE, "Connection: keep-alive, Upgrade", VERSION, KEY, AUTHORIZED)) {
            assertThat(client.isOpen()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"permessage-deflate", "permessage-deflate; client_max_window_bits", "x-webkit-deflate-frame"})
    void compression_may_be_offered_and_is_not_taken(String extension) throws IOException {
        try (BareClient client = client().upgrade("/ws/index", AUTHORIZED, "Sec-WebSocket-Extensions: " + extension)) {
            assertThat(client.header("Sec-WebSocket-Extensions")).isEmpty();
            assertThat(client.text()).startsWith("{");
        }
    }

    private BareClient client() throws IOException {
        return BareClient.from(ADDRESS, server);
    }

    private BareClient ask(String... headers) throws IOException {
        return client().request(
                        "GET /ws/index HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers) + "\r\n\r\n");
    }

    private static void assertRefused(BareClient client, int status, String code) throws IOException {
        assertThat(client.status()).isEqualTo(status);
        assertThat(client.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(client.body()).contains("\"code\":\"" + code + "\"");
    }
}
