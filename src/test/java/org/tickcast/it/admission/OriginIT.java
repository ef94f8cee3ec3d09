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
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.TickcastWar;

/**
 * From where pages may connect, asked of the real server: its own host is {@code localhost}, and its list has
 * {@code https://app.example.com} and {@code https://*.example.org}.
 */
@ExtendWith(ArquillianExtension.class)
class OriginIT {

    private static final String ADDRESS = "127.1.1.1";
    private static final String AUTHORIZED = "Authorization: Bearer " + TickcastWar.TOKEN;

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "http://localhost:80",
                "HTTP://LocalHost",
                "https://localhost",
                "https://app.example.com",
                "https://app.example.com:443",
                "HTTPS://App.Example.COM",
                "https://a.example.org",
                "https://a.b.example.org",
                "https://xn--bcher-kva.example.org"
            })
    void our_own_pages_and_those_on_the_list_come_in(String origin) throws IOException {
        try (BareClient client = client().upgrade("/ws/index", AUTHORIZED, "Origin: " + origin)) {
            assertThat(client.status()).isEqualTo(101);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com.evil.com",
                "https://evil-app.example.com",
                "https://evilexample.org",
                "https://example.org",
                "https://example.org.evil.com",
                "http://app.example.com",
                "http://a.example.org",
                "https://app.example.com:8443",
                "http://localhost:8081",
                "http://localhost.evil.com",
                "http://127.0.0.1",
                "https://app.example.com@evil.com",
                "https://app.example.com/",
                "https://app.example.com/path",
                "https://app.example.com https://evil.com",
                "https://app.example.com,https://evil.com",
                "https://*.example.org",
                "*",
                "null",
                "NULL",
                "",
                "app.example.com",
                "file://",
                "ws://app.example.com",
                "javascript:alert(1)",
                "https://xn--pp-7kc.example.com",
                "https://app.example.com%2eevil.com",
                "https://app\\.example.com",
                "https://app.example.com."
            })
    void a_page_from_anywhere_else_does_not_whatever_its_token(String origin) throws IOException {
        try (BareClient client = client().upgrade("/ws/index", AUTHORIZED, "Origin: " + origin)) {
            assertRefused(client, 403, "origin-refused");
        }
    }

    @Test
    void an_origin_in_letters_that_no_browser_sends_is_refused() throws IOException {
        try (BareClient client = client().upgrade("/ws/index", AUTHORIZED, "Origin: https://аpp.example.com")) {
            assertThat(client.status()).isIn(400, 403);
        }
    }

    @Test
    void two_origins_are_none_even_if_both_are_on_the_list() throws IOException {
        try (BareClient client = client().upgrade(
                        "/ws/index",
                        AUTHORIZED,
                        "Origin: https://app.example.com",
                        "Origin: https://app.example.com")) {
            assertRefused(client, 403, "origin-refused");
        }
    }

    @Test
    void a_program_sends_no_origin_and_comes_in_with_a_token_only() throws IOException {
        try (BareClient with = client().upgrade("/ws/index", AUTHORIZED);
                BareClient without = client().upgrade("/ws/index")) {
            assertThat(with.status()).isEqualTo(101);
            assertRefused(without, 401, "token-missing");
        }
    }

    @Test
    void the_origin_is_looked_at_before_the_token() throws IOException {
        try (BareClient client = client().upgrade("/ws/index?token=wrong", "Origin: https://evil.com")) {
            assertRefused(client, 403, "origin-refused");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Host: evil.com", "Forwarded: host=evil.com", "X-Forwarded-Proto: https"})
    void whoever_is_no_proxy_of_ours_cannot_say_what_our_own_host_is(String header) throws IOException {
        try (BareClient client = client().upgrade("/ws/index", AUTHORIZED, header, "Origin: http://evil.com")) {
            assertRefused(client, 403, "origin-refused");
        }
    }

    @Test
    void a_refused_page_never_opens_a_socket_and_takes_no_place() throws IOException {
        int before = openings();
        for (int i = 0; i < 10; i++) {
            try (BareClient refused = client().upgrade("/ws/test/openings", AUTHORIZED, "Origin: https://evil.com")) {
                assertRefused(refused, 403, "origin-refused");
            }
        }

        assertThat(openings()).isEqualTo(before + 1);
    }

    private int openings() throws IOException {
        try (BareClient client = BareClient.from("127.1.1.2", server).upgrade("/ws/test/openings", AUTHORIZED)) {
            int openings = Integer.parseInt(client.text());
            client.sayGoodbye();
            return openings;
        }
    }

    /** From one address after the other, because places become free a moment after their sockets are closed. */
    private BareClient client() throws IOException {
        return BareClient.from(ADDRESS, server);
    }

    private static void assertRefused(BareClient client, int status, String code) throws IOException {
        assertThat(client.status()).isEqualTo(status);
        assertThat(client.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(client.body()).contains("\"code\":\"" + code + "\"");
    }
}
