package org.tickcast.it.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
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
import org.tickcast.testing.server.TestedServer;
import org.tickcast.testing.server.TickcastWar;

/** What a handshake would be told, for browsers, which do not show why one failed. */
@ExtendWith(ArquillianExtension.class)
class PreflightIT {

    private static final String ADDRESS = "127.1.3.1";
    private static final String AUTHORIZED = "Authorization: Bearer " + TickcastWar.TOKEN;
    private static final int PLACES = 5;

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws/market", "/ws/foreign", "/ws/index", "/ws/alerts"})
    void where_a_handshake_would_succeed_there_is_nothing_to_say(String path) throws IOException {
        try (BareClient client = ask("GET", "path=" + path, AUTHORIZED)) {
            assertThat(client.status()).isEqualTo(204);
            assertThat(client.header("Cache-Control")).isEqualTo("no-store");
            assertThat(client.rest()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/ws/market, X: y",
        "/ws/market?token=wrong, X: y",
        "/ws/market?ticket=none, X: y",
        "/ws/market, Origin: https://evil.com",
        "/ws/index, Authorization: Bearer wrong",
        "/ws/index, Authorization: Bearer"
    })
    void a_refusal_is_the_one_of_the_handshake_to_the_last_byte(String path, String header) throws IOException {
        String query = "path=" + path.replace('?', '&');
        try (BareClient preflight = ask("GET", query, header);
                BareClient handshake = BareClient.from(ADDRESS, server).upgrade(path, header)) {
            String[] shared = {"Content-Type", "Content-Length", "Cache-Control", "WWW-Authenticate"};
            for (String name : shared) {
                assertThat(preflight.header(name)).as(name).isEqualTo(handshake.header(name));
            }
            assertThat(preflight.status()).isEqualTo(handshake.status()).isBetween(400, 499);
            assertThat(preflight.body()).isEqualTo(handshake.body());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "path=", "path=/ws/none", "path=/ws/preflight", "path=market", "path=/api", "x=/ws/market"})
    void a_path_that_is_no_channel_is_not_there(String query) throws IOException {
        try (BareClient client = ask("GET", query, AUTHORIZED)) {
            assertRefused(client, 404, "no-such-socket");
        }
    }

    @Test
    void a_path_that_cannot_be_read_is_not_there_either() throws IOException {
        try (BareClient client = ask("GET", "path=%zz", AUTHORIZED)) {
            if (TestedServer.isWildFly()) {
                // Its HTTP parser decodes the query itself, and refuses the request before any of our code sees it.
                assertThat(client.status()).isEqualTo(400);
            } else {
                assertRefused(client, 404, "no-such-socket");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void another_method_is_told_which_ones_there_are(String method) throws IOException {
        try (BareClient client = ask(method, "path=/ws/market", AUTHORIZED)) {
            assertThat(client.header("Allow")).isEqualTo("GET, HEAD");
            assertRefused(client, 405, "wrong-method");
        }
    }

    /** The body never comes: who waited for it would not answer. */
    @Test
    void a_form_is_refused_without_being_read() throws IOException {
        try (BareClient client = ask(
                "POST",
                "path=/ws/market",
                AUTHORIZED,
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: 1000")) {
            assertRefused(client, 405, "wrong-method");
        }
    }

    @Test
    void HEAD_is_answered_without_a_body() throws IOException {
        try (BareClient good = ask("HEAD", "path=/ws/market", AUTHORIZED);
                BareClient bad = ask("HEAD", "path=/ws/market", "X: y")) {
            assertThat(good.status()).isEqualTo(204);
            assertThat(bad.status()).isEqualTo(401);
            assertThat(bad.rest()).isEmpty();
        }
    }

    @Test
    void it_takes_no_place_and_says_when_there_is_none_left() throws IOException {
        List<BareClient> clients = new ArrayList<>();
        for (int i = 0; i < 2 * PLACES; i++) {
            try (BareClient client = askFrom("127.1.3.2", "GET", "path=/ws/market", AUTHORIZED)) {
                assertThat(client.status()).isEqualTo(204);
            }
        }
        for (int i = 0; i < PLACES; i++) {
            clients.add(BareClient.from("127.1.3.2", server).upgrade("/ws/index", AUTHORIZED));
            assertThat(clients.get(i).isOpen()).isTrue();
        }

        try (BareClient client = askFrom("127.1.3.2", "GET", "path=/ws/market", AUTHORIZED)) {
            assertThat(client.header("Retry-After")).isEqualTo("5");
            assertRefused(client, 429, "address-limit");
        }
        for (BareClient client : clients) {
            client.close();
        }
    }

    @Test
    void a_page_of_a_listed_origin_may_ask_and_read_the_answer() throws IOException {
        try (BareClient question = ask(
                        "OPTIONS",
                        "path=/ws/market",
                        "Origin: https://app.example.com",
                        "Access-Control-Request-Method: GET",
                        "Access-Control-Request-Headers: authorization");
                BareClient refused = ask("GET", "path=/ws/market", "Origin: https://app.example.com")) {
            assertThat(question.status()).isEqualTo(204);
            assertThat(question.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example.com");
            assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example.com");
            assertRefused(refused, 401, "token-missing");
        }
    }

    private BareClient ask(String method, String query, String... headers) throws IOException {
        return askFrom(ADDRESS, method, query, headers);
    }

    private BareClient askFrom(String address, String method, String query, String... headers) throws IOException {
        return BareClient.from(address, server)
                .request(method + " /ws/preflight?" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + String.join("\r\n", headers) + "\r\n\r\n");
    }

    private static void assertRefused(BareClient client, int status, String code) throws IOException {
        assertThat(client.status()).isEqualTo(status);
        assertThat(client.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(client.body()).contains("\"code\":\"" + code + "\"");
    }
}
