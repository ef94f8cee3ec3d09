package org.tickcast.it.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.JarProcess;

/** Where refusals close instead, browsers see why; and a flood is kept out by HTTP all the same. */
@SuppressWarnings("NullAway.Init")
class CloseModeIT {

    private static final String TOKEN = "the-token-of-the-tests";
    private static final int PLACES = 3;
    private static final int ATTEMPTS = 12;

    private static JarProcess tickcast;
    private static URL server;

    private final List<BareClient> clients = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        tickcast = JarProcess.start(
                Map.of(),
                "-Dtickcast.auth.token=" + TOKEN,
                "-Dtickcast.limits.connections-per-ip=" + PLACES,
                "-Dtickcast.limits.connects-per-ip-per-minute=" + ATTEMPTS,
                "-Dtickcast.limits.wrong-tokens-per-ip-per-minute=2",
                "-Dtickcast.admission.reject-mode.alerts=close",
                "-Dtickcast.admission.reject-mode.hub=close");
        server = tickcast.awaitReady();
    }

    @AfterAll
    static void stop() throws Exception {
        tickcast.close();
    }

    @AfterEach
    void everybodyLeaves() throws IOException {
        for (BareClient client : clients) {
            client.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.1.4.1, /ws/alerts, 4001, A token is required",
        "127.1.4.2, /ws/alerts?token=wrong, 4002, The token is not valid",
        "127.1.4.3, /ws/alerts?ticket=none, 4002, The ticket is not valid",
        "127.1.4.12, /ws, 4001, A token is required",
        "127.1.4.13, /ws?token=wrong, 4002, The token is not valid",
    })
    void a_refused_handshake_succeeds_and_the_socket_closes_at_once_with_the_reason(
            String address, String path, int code, String title) throws IOException {
        for (int i = 0; i < PLACES + 1; i++) {
            BareClient client = open(address, path);

            assertThat(client.status()).isEqualTo(101);
            assertThat(client.closeFrame()).isEqualTo(code + " " + title);
        }
    }

    @Test
    void a_refused_socket_never_held_a_place() throws IOException {
        for (int i = 0; i < PLACES; i++) {
            assertThat(open("127.1.4.4", "/ws/alerts?token=wrong").status()).isEqualTo(101);
        }
        for (int i = 0; i < PLACES; i++) {
            assertThat(open("127.1.4.4", "/ws/index?token=" + TOKEN).text()).startsWith("{");
        }

        assertThat(open("127.1.4.4", "/ws/alerts?token=" + TOKEN).closeFrame())
                .isEqualTo("4010 Too many connections from this address");
    }

    @Test
    void other_channels_refuse_by_HTTP() throws IOException {
        assertThat(open("127.1.4.5", "/ws/market").status()).isEqualTo(401);
    }

    @Test
    void a_good_token_opens_the_channel_as_ever() throws IOException {
        BareClient client = open("127.1.4.6", "/ws/alerts?token=" + TOKEN);

        client.sendBinary(new byte[] {1});

        assertThat(client.closeCode()).isEqualTo(1003);
    }

    @Test
    void a_page_from_elsewhere_is_refused_by_HTTP_even_here() throws IOException {
        assertThat(open("127.1.4.7", "/ws/alerts?token=" + TOKEN, "Origin: https://evil.com")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"127.1.4.8, /ws/alerts", "127.1.4.9, /ws/market"})
    void who_tries_too_often_is_refused_by_HTTP_and_told_when_to_come_back(String address, String path)
            throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            assertThat(open(address, path + "?token=wrong").status()).isIn(101, 401);
        }

        BareClient oneTooMany = open(address, path + "?token=" + TOKEN);

        assertThat(oneTooMany.status()).isEqualTo(429);
        assertThat(Integer.parseInt(oneTooMany.header("Retry-After"))).isBetween(1, 60);
        assertThat(oneTooMany.body()).contains("\"code\":\"connect-rate\"").contains("\"reconnect\":\"back-off\"");
    }

    @Test
    void asking_first_counts_as_trying() throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            assertThat(ask("127.1.4.10").status()).isEqualTo(204);
        }

        assertThat(ask("127.1.4.10").status()).isEqualTo(429);
        assertThat(open("127.1.4.11", "/ws/market?token=" + TOKEN).isOpen()).isTrue();
    }

    private BareClient ask(String address) throws IOException {
        return client(address)
                .request("GET /ws/preflight?path=/ws/market&token=" + TOKEN + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    @Test
    void whoever_guesses_tokens_below_api_is_stopped_and_others_are_not() throws IOException {
        assertThat(asked("127.1.4.40", "a-guess")).isEqualTo(401);
        assertThat(asked("127.1.4.40", "another")).isEqualTo(401);

        try (BareClient oneTooMany = ask("127.1.4.40", TOKEN)) {
            assertThat(oneTooMany.status()).isEqualTo(429);
            assertThat(Integer.parseInt(oneTooMany.header("Retry-After"))).isBetween(1, 60);
            assertThat(oneTooMany.body()).contains("\"code\":\"token-guesses\"");
        }
        assertThat(asked("127.1.4.41", TOKEN)).isEqualTo(200);
    }

    private static int asked(String address, String token) throws IOException {
        try (BareClient client = ask(address, token)) {
            return client.status();
        }
    }

    private static BareClient ask(String address, String token) throws IOException {
        return BareClient.from(address, server)
                .request("GET /api/vn30-components HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                        + "\r\n\r\n");
    }

    private BareClient open(String address, String path, String... headers) throws IOException {
        return client(address).upgrade(path, headers);
    }

    private BareClient client(String address) throws IOException {
        BareClient client = BareClient.from(address, server);
        clients.add(client);
        return client;
    }
}
