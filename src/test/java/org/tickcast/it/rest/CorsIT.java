package org.tickcast.it.rest;

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
import org.tickcast.testing.server.TickcastWar;

/** Pages from other origins may ask if they may connect, too, and nobody else's browser is told that they may. */
@ExtendWith(ArquillianExtension.class)
class CorsIT {

    private static final String ADDRESS = "127.6.0.3";
    private static final String AUTHORIZED = "Authorization: Bearer " + TickcastWar.TOKEN;
    private static final String LISTED = "https://app.example.com";
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @ParameterizedTest
    @ValueSource(strings = {LISTED, "https://a.example.org", "http://localhost"})
    void a_page_that_may_connect_may_also_read_answers(String origin) throws IOException {
        try (BareClient client = ask("GET", "/api/sectors", AUTHORIZED, "Origin: " + origin)) {
            assertThat(client.status()).isEqualTo(200);
            assertThat(client.header(ALLOWED)).isEqualTo(origin);
            assertThat(client.header("Vary")).contains("Origin");
            assertThat(client.header("Access-Control-Expose-Headers")).isEqualTo("Retry-After, WWW-Authenticate");
            assertThat(client.header("Access-Control-Allow-Credentials")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/sectors, 401",
        "/api/nothing?token=" + TickcastWar.TOKEN + ", 404",
        "/api/market/alerts?limit=0&token=" + TickcastWar.TOKEN + ", 422"
    })
    void it_may_read_refusals_too(String path, int status) throws IOException {
        try (BareClient client = ask("GET", path, "Origin: " + LISTED)) {
            assertThat(client.status()).isEqualTo(status);
            assertThat(client.header(ALLOWED)).isEqualTo(LISTED);
            assertThat(client.header("Vary")).contains("Origin");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.com", "https://app.example.com.evil.com", "null", "*", "http://app.example.com", ""
            })
    void any_other_page_is_not_allowed_to_read_anything(String origin) throws IOException {
        try (BareClient client = ask("GET", "/api/sectors", AUTHORIZED, "Origin: " + origin)) {
            assertThat(client.header(ALLOWED)).isEmpty();
            assertThat(client.header("Vary")).contains("Origin");
        }
    }

    @Test
    void a_program_without_an_origin_is_answered_as_ever() throws IOException {
        try (BareClient client = ask("GET", "/api/sectors", AUTHORIZED)) {
            assertThat(client.status()).isEqualTo(200);
            assertThat(client.header(ALLOWED)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/sectors", "/api", "/api/nothing", "/auth/ticket", "/admin/revocations"})
    void a_browser_that_asks_first_needs_no_token(String path) throws IOException {
        try (BareClient client = question(path, "Origin: " + LISTED)) {
            assertThat(client.status()).isEqualTo(204);
            assertThat(client.header(ALLOWED)).isEqualTo(LISTED);
            assertThat(client.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, POST, PUT, DELETE");
            assertThat(client.header("Access-Control-Allow-Headers"))
                    .isEqualTo("Authorization, Content-Type, X-API-Key");
            assertThat(client.header("Access-Control-Max-Age")).isEqualTo("3600");
            assertThat(client.header("Vary")).contains("Origin");
            assertThat(client.rest()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.com", "null", "https://app.example.com.evil.com"})
    void a_browser_that_asks_for_another_page_is_refused(String origin) throws IOException {
        try (BareClient client = question("/api/sectors", "Origin: " + origin)) {
            assertThat(client.status()).isEqualTo(403);
            assertThat(client.header(ALLOWED)).isEmpty();
            assertThat(client.body()).contains("\"code\":\"origin-refused\"");
        }
    }

    @Test
    void two_origins_are_none() throws IOException {
        try (BareClient client = question("/api/sectors", "Origin: " + LISTED, "Origin: " + LISTED)) {
            assertThat(client.status()).isEqualTo(403);
        }
    }

    @Test
    void OPTIONS_that_is_no_question_of_a_browser_needs_the_token() throws IOException {
        try (BareClient client = ask("OPTIONS", "/api/sectors", "Origin: " + LISTED)) {
            assertThat(client.status()).isEqualTo(401);
        }
    }

    private BareClient question(String path, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Access-Control-Request-Method: POST");
        all.add("Access-Control-Request-Headers: authorization");
        return ask("OPTIONS", path, all.toArray(String[]::new));
    }

    private BareClient ask(String method, String path, String... headers) throws IOException {
        return BareClient.from(ADDRESS, server)
                .request(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + String.join("\r\n", headers) + "\r\n\r\n");
    }
}
