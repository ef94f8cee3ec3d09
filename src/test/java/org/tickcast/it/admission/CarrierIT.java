package org.tickcast.it.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.PostClient;
import org.tickcast.testing.server.TestTokens;
import org.tickcast.testing.server.TickcastWar;

/** A token may be in several places of a handshake. In each of them it is as good, and as bad, as in the others. */
@ExtendWith(ArquillianExtension.class)
class CarrierIT {

    private static final String ADDRESS = "127.7.3.1";
    private static final String INDEX = "/ws/index";
    private static final String GOOD = TickcastWar.TOKEN;
    private static final String WRONG = "wrong";

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    /** Where a token may be, the most important place first. */
    enum Carrier {
        HEADER,
        SUBPROTOCOL,
        TOKEN,
        SESSION_TOKEN,
        ACCESS_TOKEN;

        private List<String> headers(String token) {
            return switch (this) {
                case HEADER -> List.of("Authorization: Bearer " + token);
                case SUBPROTOCOL -> List.of("Sec-WebSocket-Protocol: bearer, " + token);
                case TOKEN, SESSION_TOKEN, ACCESS_TOKEN -> List.of();
            };
        }

        private String query(String token) {
            return headers(token).isEmpty() ? name().toLowerCase(Locale.ROOT) + "=" + token : "";
        }
    }

    private record Shown(Carrier carrier, String token) {}

    @ParameterizedTest
    @EnumSource
    void a_good_token_comes_in(Carrier carrier) throws IOException {
        try (BareClient configured = show(new Shown(carrier, GOOD));
                BareClient signed = show(new Shown(carrier, TestTokens.of("{\"sub\":\"carrier-" + carrier + "\"}")))) {
            assertThat(configured.text()).startsWith("{");
            assertThat(signed.text()).startsWith("{");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_token_that_is_over_is_told_so(Carrier carrier) throws IOException {
        try (BareClient client = show(new Shown(carrier, TestTokens.expired("lan")))) {
            assertRefused(client, "token-expired");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_garbled_token_is_not_valid_and_not_repeated(Carrier carrier) throws IOException {
        String good = TestTokens.of("{\"sub\":\"lan\"}");
        String[] parts = good.split("\\.", -1);
        for (String garbled : List.of(
                good.substring(1),
                good + "A",
                good + ".",
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1],
                parts[1] + "." + parts[0] + "." + parts[2],
                "eyJhbGciOiJub25lIn0." + parts[1] + ".",
                "..")) {
            try (BareClient client = show(new Shown(carrier, garbled))) {
                assertThat(client.status()).as(garbled).isEqualTo(401);
                assertThat(client.body()).contains("token-invalid").doesNotContain(garbled, parts[1]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_token_of_a_hundred_kilobytes_does_not_come_in(Carrier carrier) throws IOException {
        try (BareClient client = show(new Shown(carrier, "x".repeat(100 * 1024)))) {
            // More than the server lets a head have: it says so before any of our code sees it.
            assertThat(client.status()).isBetween(400, 499);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_token_of_twenty_kilobytes_is_read_and_is_not_valid(Carrier carrier) throws IOException {
        try (BareClient client = show(new Shown(carrier, "a.b." + "x".repeat(20 * 1024)))) {
            assertRefused(client, "token-invalid");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_more_important_place_counts(Carrier carrier) throws IOException {
        List<Carrier> all = List.of(Carrier.values());
        for (Carrier other : all.subList(all.indexOf(carrier) + 1, all.size())) {
            try (BareClient wrongFirst = show(new Shown(carrier, WRONG), new Shown(other, GOOD));
                    BareClient goodFirst = show(new Shown(carrier, GOOD), new Shown(other, WRONG))) {
                assertThat(wrongFirst.status())
                        .as("%s before %s", carrier, other)
                        .isEqualTo(401);
                assertThat(goodFirst.status())
                        .as("%s before %s", carrier, other)
                        .isEqualTo(101);
            }
        }
    }

    @Test
    void a_ticket_is_behind_the_headers_and_before_the_query() throws IOException {
        String ticket = new PostClient(ADDRESS, server).ticket(GOOD, "index").text("ticket");
        String header = "Authorization: Bearer " + WRONG;
        String subprotocol = "Sec-WebSocket-Protocol: bearer, " + WRONG;

        try (BareClient byHeader = client().upgrade(INDEX + "?ticket=" + ticket, header);
                BareClient bySubprotocol = client().upgrade(INDEX + "?ticket=" + ticket, subprotocol);
                BareClient byTicket = client().upgrade(INDEX + "?token=" + WRONG + "&ticket=" + ticket);
                BareClient again = client().upgrade(INDEX + "?ticket=" + ticket + "&token=" + GOOD)) {
            assertRefused(byHeader, "token-invalid");
            assertRefused(bySubprotocol, "token-invalid");
            assertThat(byTicket.isOpen()).isTrue();
            assertRefused(again, "ticket-invalid");
        }
    }

    @Test
    void two_headers_are_refused_even_if_they_say_the_same() throws IOException {
        String good = "Authorization: Bearer " + GOOD;

        try (BareClient different = client().upgrade(INDEX, good, "Authorization: Bearer " + WRONG);
                BareClient same = client().upgrade(INDEX, good, good);
                BareClient another = client().upgrade(INDEX, good, "Authorization: Basic eDp5")) {
            assertRefused(different, "token-invalid");
            assertRefused(same, "token-invalid");
            assertRefused(another, "token-invalid");
        }
    }

    @Test
    void a_header_of_another_scheme_says_nothing() throws IOException {
        try (BareClient alone = client().upgrade(INDEX, "Authorization: Basic eDp5");
                BareClient withQuery = client().upgrade(INDEX + "?token=" + GOOD, "Authorization: Basic eDp5")) {
            assertRefused(alone, "token-missing");
            assertThat(withQuery.isOpen()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-WebSocket-Protocol: bearer, " + GOOD,
                "Sec-WebSocket-Protocol: bearer," + GOOD,
                "Sec-WebSocket-Protocol: bearer\r\nSec-WebSocket-Protocol: " + GOOD,
                "Sec-WebSocket-Protocol: v1.json, bearer, " + GOOD,
                "Sec-WebSocket-Protocol: bearer, " + GOOD + ", v1.json",
            })
    void a_subprotocol_is_answered_with_bearer_and_never_with_the_token(String offered) throws IOException {
        try (BareClient client = client().upgrade(INDEX, offered)) {
            assertThat(client.isOpen()).isTrue();
            assertThat(client.header("Sec-WebSocket-Protocol")).isEqualTo("bearer");
        }
    }

    @Test
    void who_offers_no_bearer_is_answered_with_no_subprotocol() throws IOException {
        try (BareClient client = client().upgrade(INDEX + "?token=" + GOOD, "Sec-WebSocket-Protocol: v1.json")) {
            assertThat(client.isOpen()).isTrue();
            assertThat(client.header("Sec-WebSocket-Protocol")).isEmpty();
        }
    }

    @Test
    void bearer_with_nothing_behind_it_shows_nothing() throws IOException {
        try (BareClient last = client().upgrade(INDEX, "Sec-WebSocket-Protocol: bearer");
                BareClient empty = client().upgrade(INDEX + "?token=" + GOOD, "Sec-WebSocket-Protocol: bearer, ")) {
            assertRefused(last, "token-missing");
            assertRefused(empty, "token-missing");
        }
    }

    @Test
    void a_signed_token_opens_the_channels_that_it_names() throws IOException {
        String market = TestTokens.of("{\"sub\":\"narrow\",\"channels\":[\"market\"]}");
        String none = TestTokens.of("{\"sub\":\"none\",\"channels\":[]}");

        try (BareClient named = client().upgrade("/ws/market?token=" + market);
                BareClient other = client().upgrade("/ws/index?token=" + market);
                BareClient nowhere = client().upgrade("/ws/market?token=" + none)) {
            assertThat(named.isOpen()).isTrue();
            assertThat(other.status()).isEqualTo(403);
            assertThat(other.body()).contains("\"code\":\"channel-forbidden\"");
            assertThat(nowhere.status()).isEqualTo(403);
        }
    }

    @Test
    void a_signed_token_asks_below_api_unless_it_is_for_channels_only() throws IOException {
        PostClient client = new PostClient(ADDRESS, server);
        String any = "Authorization: Bearer " + TestTokens.of("{\"sub\":\"asks\"}");
        String narrow = "Authorization: Bearer " + TestTokens.of("{\"sub\":\"asks\",\"channels\":\"market\"}");
        String wide = "Authorization: Bearer " + TestTokens.of("{\"sub\":\"asks\",\"channels\":\"market api\"}");
        String over = "Authorization: Bearer " + TestTokens.expired("asks");

        assertThat(client.send("GET", "/api/session", "", any).status()).isEqualTo(200);
        assertThat(client.send("GET", "/api/session", "", wide).status()).isEqualTo(200);
        assertThat(client.send("GET", "/api/session", "", narrow).body()).contains("channel-forbidden");
        assertThat(client.send("GET", "/api/session", "", over).body()).contains("token-expired");
    }

    private BareClient client() throws IOException {
        return BareClient.from(ADDRESS, server);
    }

    private BareClient show(Shown... all) throws IOException {
        List<String> headers = new ArrayList<>();
        List<String> query = new ArrayList<>();
        for (Shown shown : all) {
            headers.addAll(shown.carrier().headers(shown.token()));
            query.add(shown.carrier().query(shown.token()));
        }
        query.removeIf(String::isEmpty);
        return client().upgrade(INDEX + "?" + String.join("&", query), headers.toArray(String[]::new));
    }

    private static void assertRefused(BareClient client, String code) throws IOException {
        assertThat(client.status()).isEqualTo(401);
        assertThat(client.body()).contains("\"code\":\"" + code + "\"");
    }
}
