package org.tickcast.it.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.TestedServer;
import org.tickcast.testing.server.TickcastWar;

@ExtendWith(ArquillianExtension.class)
class TokenIT {

    private static final String ADDRESS = "127.1.0.1";

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws/market", "/ws/foreign", "/ws/index"})
    void the_token_opens_every_channel_from_the_header_and_from_the_query(String path) throws IOException {
        try (BareClient byHeader = client().upgrade(path, "Authorization: Bearer " + TickcastWar.TOKEN);
                BareClient byQuery = client().upgrade(path + "?token=" + TickcastWar.TOKEN)) {
            assertThat(byHeader.text()).startsWith("{");
            assertThat(byQuery.text()).startsWith("{");
        }
    }

    @Test
    void the_scheme_of_the_header_may_be_written_in_any_case() throws IOException {
        try (BareClient client = client().upgrade("/ws/index", "Authorization: bEaReR " + TickcastWar.TOKEN)) {
            assertThat(client.isOpen()).isTrue();
        }
    }

    @Test
    void the_header_wins_over_the_query() throws IOException {
        try (BareClient client =
                client().upgrade("/ws/index?token=" + TickcastWar.TOKEN, "Authorization: Bearer something-else")) {
            assertRefused(client, 401, "token-invalid");
        }
    }

    @Test
    void an_empty_header_is_an_empty_token_whatever_the_query_says() throws IOException {
        try (BareClient client = client().upgrade("/ws/index?token=" + TickcastWar.TOKEN, "Authorization: Bearer")) {
            assertRefused(client, 401, "token-missing");
        }
    }

    @Test
    void no_token_is_told_so() throws IOException {
        try (BareClient client = client().upgrade("/ws/market")) {
            assertRefused(client, 401, "token-missing");
        }
    }

    @Test
    void an_empty_token_is_no_token() throws IOException {
        try (BareClient client = client().upgrade("/ws/market?token=")) {
            assertRefused(client, 401, "token-missing");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrong",
                "the-token-of-the-test",
                "the-token-of-the-testsx",
                "THE-TOKEN-OF-THE-TESTS",
                "t%C3%B4i-l%C3%A0-m%E1%BB%99t-m%C3%A3",
                "%00",
                "%FF%FE",
                "the-token-of-the-tests%20x"
            })
    void a_wrong_token_is_told_so_whatever_it_is_made_of(String token) throws IOException {
        try (BareClient client = client().upgrade("/ws/market?token=" + token)) {
            assertRefused(client, 401, "token-invalid");
        }
    }

    @Test
    void raw_bytes_beyond_ASCII_are_no_token() throws IOException {
        try (BareClient client = client().upgrade("/ws/market", "Authorization: Bearer mật-mã")) {
            if (TestedServer.isWildFly()) {
                assertRefused(client, 401, "token-invalid");
            } else {
                // Payara's HTTP parser refuses the request before any of our code sees it.
                assertThat(client.status()).isEqualTo(400);
            }
        }
    }

    @Test
    void a_token_of_ten_kilobytes_is_a_wrong_token() throws IOException {
        String token = "x".repeat(10 * 1024);

        try (BareClient inHeader = client().upgrade("/ws/market", "Authorization: Bearer " + token);
                BareClient inQuery = client().upgrade("/ws/market?token=" + token)) {
            assertRefused(inHeader, 401, "token-invalid");
            assertRefused(inQuery, 401, "token-invalid");
        }
    }

    @Test
    void a_refusal_is_problem_json_that_says_what_to_do_and_never_repeats_the_token() throws IOException {
        try (BareClient client = client().upgrade("/ws/market?token=my-guess")) {
            String body = client.body();

            assertThat(client.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(client.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"tickcast\"");
            assertThat(client.header("Cache-Control")).isEqualTo("no-store");
            assertThat(body)
                    .isEqualTo("{\"type\":\"/docs/errors.md#token-invalid\",\"title\":\"The token is not valid\","
                            + "\"status\":401,\"detail\":\"Check that it is whole, and one that this server takes.\","
                            + "\"code\":\"token-invalid\",\"reconnect\":\"after-new-token\"}");
            assertThat(client.header("Content-Length"))
                    .isEqualTo(String.valueOf(body.getBytes(StandardCharsets.UTF_8).length));
        }
    }

    private BareClient client() throws IOException {
        return BareClient.from(ADDRESS, server);
    }

    private static void assertRefused(BareClient client, int status, String code) throws IOException {
        assertThat(client.status()).isEqualTo(status);
        assertThat(client.body()).contains("\"code\":\"" + code + "\"");
    }
}
