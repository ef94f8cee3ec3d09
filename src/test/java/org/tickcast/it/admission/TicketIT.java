package org.tickcast.it.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import org.tickcast.testing.server.PostClient;
import org.tickcast.testing.server.RestClient;
import org.tickcast.testing.server.TestTokens;
import org.tickcast.testing.server.TickcastWar;

/** A ticket for a token: once, on one channel, from one address. */
@ExtendWith(ArquillianExtension.class)
class TicketIT {

    private static final String AUTHORIZED = "Authorization: Bearer " + TickcastWar.TOKEN;
    private static final String JSON = "Content-Type: application/json";

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @Test
    void a_ticket_is_good_for_thirty_seconds_and_nobody_keeps_the_answer() throws IOException {
        PostClient.Answer answer = from("127.7.1.2").ticket(TickcastWar.TOKEN, "market");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).matches("\\{\"ticket\":\"[A-Za-z0-9_-]{32}\",\"expires_in\":30}");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"market", "foreign", "index", "alerts"})
    void it_opens_its_channel_once(String channel) throws IOException {
        String ticket = ticketOf("127.7.1.3", channel);

        try (BareClient first = upgrade("127.7.1.3", channel, ticket);
                BareClient second = upgrade("127.7.1.3", channel, ticket)) {
            assertThat(first.isOpen()).isTrue();
            assertRefused(second, 401, "ticket-invalid");
        }
    }

    @Test
    void it_opens_no_other_channel_and_is_used_up_by_the_attempt() throws IOException {
        String ticket = ticketOf("127.7.1.4", "market");

        try (BareClient other = upgrade("127.7.1.4", "index", ticket);
                BareClient own = upgrade("127.7.1.4", "market", ticket)) {
            assertRefused(other, 401, "ticket-invalid");
            assertRefused(own, 401, "ticket-invalid");
        }
    }

    @Test
    void it_is_worth_nothing_at_another_address() throws IOException {
        String ticket = ticketOf("127.7.1.5", "market");

        try (BareClient elsewhere = upgrade("127.7.1.6", "market", ticket)) {
            assertRefused(elsewhere, 401, "ticket-invalid");
        }
    }

    @Test
    void its_bearer_is_who_showed_the_token() throws IOException {
        String token = TestTokens.of("{\"sub\":\"lan\",\"limits\":{\"connections\":1}}");
        String one = from("127.7.1.7").ticket(token, "index").text("ticket");
        String other = from("127.7.1.7").ticket(token, "index").text("ticket");

        try (BareClient first = upgrade("127.7.1.7", "index", one);
                BareClient second = upgrade("127.7.1.7", "index", other)) {
            assertThat(first.isOpen()).isTrue();
            assertRefused(second, 429, "user-limit");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%20", "x", "%00", "the-token-of-the-tests"})
    void what_is_no_ticket_is_told_so(String text) throws IOException {
        try (BareClient client = upgrade("127.7.1.8", "market", text)) {
            assertRefused(client, 401, "ticket-invalid");
        }
    }

    @Test
    void of_two_hundred_who_show_it_at_once_one_comes_in() throws Exception {
        String ticket = ticketOf("127.7.1.9", "index");
        ExecutorService crowd = Executors.newFixedThreadPool(40);
        try {
            List<Callable<Boolean>> attempts = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                attempts.add(() -> {
                    try (BareClient client = upgrade("127.7.1.9", "index", ticket)) {
                        return client.isOpen();
                    }
                });
            }

            int admitted = 0;
            for (Future<Boolean> attempt : crowd.invokeAll(attempts)) {
                admitted += attempt.get() ? 1 : 0;
            }

            assertThat(admitted).isEqualTo(1);
        } finally {
            crowd.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                         | 400 | bad-request",
                "market                     | 400 | bad-request",
                "[]                         | 400 | bad-request",
                "{}                         | 400 | bad-request",
                "{\"channel\":1}            | 400 | bad-request",
                "{\"channel\":null}         | 400 | bad-request",
                "{\"channel\":[\"market\"]} | 400 | bad-request",
                "{\"channel\":\"market\"    | 400 | bad-request",
                "{\"channel\":\"market\"}}  | 400 | bad-request",
                "{\"channel\":\"market\",\"channel\":\"index\"} | 400 | bad-request",
                "{\"channel\":\"market\",\"address\":\"1.2.3.4\"} | 400 | bad-request",
                "{\"channel\":\"Market\"}   | 422 | bad-parameter",
                "{\"channel\":\"\"}         | 422 | bad-parameter",
                "{\"channel\":\"api\"}      | 422 | bad-parameter",
                "{\"channel\":\"test/who-am-i\"} | 422 | bad-parameter",
            })
    void a_request_for_anything_else_than_one_channel_is_refused(String body, int status, String code)
            throws IOException {
        assertRefused(from("127.7.2.1").json("/auth/ticket", body, AUTHORIZED), status, code);
    }

    @Test
    void a_body_that_is_too_long_or_no_JSON_by_its_own_word_is_refused() throws IOException {
        String padded = " ".repeat(300) + "{\"channel\":\"market\"}";

        assertRefused(from("127.7.2.2").json("/auth/ticket", padded, AUTHORIZED), 413, "message-too-big");
        assertRefused(
                from("127.7.2.2")
                        .send(
                                "POST",
                                "/auth/ticket",
                                "channel=market",
                                AUTHORIZED,
                                "Content-Type: application/x-www-form-urlencoded"),
                400,
                "bad-request");
    }

    @Test
    void the_token_is_taken_from_the_header_and_from_nowhere_else() throws IOException {
        String body = "{\"channel\":\"market\"}";
        String path = "/auth/ticket?token=" + TickcastWar.TOKEN + "&access_token=" + TickcastWar.TOKEN;

        assertRefused(from("127.7.2.3").json(path, body), 401, "token-missing");
        assertRefused(
                from("127.7.2.3").json(path, body, "Sec-WebSocket-Protocol: bearer, " + TickcastWar.TOKEN),
                401,
                "token-missing");
        assertRefused(from("127.7.2.3").json(path, body, AUTHORIZED, AUTHORIZED), 401, "token-invalid");
        assertRefused(from("127.7.2.3").ticket("wrong", "market"), 401, "token-invalid");
        assertRefused(from("127.7.2.3").ticket(TestTokens.expired("lan"), "market"), 401, "token-expired");
    }

    @Test
    void a_ticket_buys_no_other_ticket() throws IOException {
        String ticket = ticketOf("127.7.2.4", "market");

        assertRefused(from("127.7.2.4").ticket(ticket, "market"), 401, "token-invalid");
        assertRefused(
                from("127.7.2.4").json("/auth/ticket?ticket=" + ticket, "{\"channel\":\"market\"}"),
                401,
                "token-missing");
    }

    @Test
    void a_token_gets_no_ticket_for_a_channel_that_it_does_not_open() throws IOException {
        String token = TestTokens.of("{\"sub\":\"lan\",\"channels\":[\"market\"]}");
        String none = TestTokens.of("{\"sub\":\"lan\",\"channels\":[]}");

        assertThat(from("127.7.2.5").ticket(token, "market").status()).isEqualTo(200);
        assertRefused(from("127.7.2.5").ticket(token, "index"), 403, "channel-forbidden");
        assertRefused(from("127.7.2.5").ticket(none, "market"), 403, "channel-forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS"})
    void there_is_no_other_method(String method) throws IOException {
        PostClient.Answer answer = from("127.7.2.6").send(method, "/auth/ticket", "", AUTHORIZED, JSON);

        assertRefused(answer, 405, "wrong-method");
        assertThat(answer.header("Allow")).isEqualTo("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth", "/auth/", "/auth/nothing", "/auth/ticket/x"})
    void there_is_nothing_else_below_auth(String path) throws IOException {
        assertRefused(from("127.7.2.7").json(path, "{}", AUTHORIZED), 404, "no-such-path");
    }

    @Test
    void a_page_from_elsewhere_gets_none() throws IOException {
        PostClient.Answer answer = from("127.7.2.8")
                .json("/auth/ticket", "{\"channel\":\"market\"}", AUTHORIZED, "Origin: http://localhost.evil.com");

        assertRefused(answer, 403, "origin-refused");
    }

    @Test
    void an_address_may_ask_so_often_and_is_then_told_when_to_come_back() throws IOException {
        PostClient.Answer answer = from("127.7.2.9").ticket("wrong", "market");
        for (int i = 0; i < 100 && answer.status() != 429; i++) {
            answer = from("127.7.2.9").ticket("wrong", "market");
        }

        assertRefused(answer, 429, "token-rate");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        assertThat(from("127.7.2.10").ticket(TickcastWar.TOKEN, "market").status())
                .isEqualTo(200);
    }

    private String ticketOf(String address, String channel) throws IOException {
        PostClient.Answer answer = from(address).ticket(TickcastWar.TOKEN, channel);
        assertThat(answer.status()).isEqualTo(200);
        return answer.text("ticket");
    }

    private PostClient from(String address) {
        return new PostClient(address, server);
    }

    private BareClient upgrade(String address, String channel, String ticket) throws IOException {
        return BareClient.from(address, server).upgrade("/ws/" + channel + "?ticket=" + ticket);
    }

    private static void assertRefused(BareClient client, int status, String code) throws IOException {
        assertThat(client.status()).isEqualTo(status);
        assertThat(client.body()).contains("\"code\":\"" + code + "\"");
    }

    private static void assertRefused(PostClient.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(RestClient.parsed(answer.body()).getString("code")).isEqualTo(code);
    }
}
