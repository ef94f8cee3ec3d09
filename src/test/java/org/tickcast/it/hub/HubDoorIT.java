package org.tickcast.it.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.PlainJson.asObject;

import java.io.IOException;
import java.net.URL;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.HubTalker;
import org.tickcast.testing.server.RestClient;
import org.tickcast.testing.server.TestTokens;
import org.tickcast.testing.server.TickcastWar;

/** The hub is a door like those of the channels: who comes in shows the same, and is refused for the same. */
@ExtendWith(ArquillianExtension.class)
class HubDoorIT {

    private static final String ADDRESS = "127.21.3.1";

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    /** One that was written for an older server: it knows nothing of what has come since. */
    @Test
    void an_older_client_works_unchanged() throws IOException {
        try (HubTalker old = HubTalker.over(
                BareClient.from(ADDRESS, server).upgrade("/ws?token=" + TestTokens.of("{\"user_id\":\"old\"}")))) {
            old.says("{'type':'ping'}");
            assertThat(old.hears()).isEqualTo(Map.of("type", "pong"));
            old.says("{'type':'join_room','payload':{'room_id':'floor'},'timestamp':1234567890}");
            assertThat(old.hears("user_joined")).containsEntry("user_id", "old").containsEntry("room_id", "floor");
            old.says(
                    "{'type':'chat','payload':{'room_id':'floor','message':'hi','from':'old'},'timestamp':1234567890}");
            Map<String, @Nullable Object> chat = old.hears("chat");
            assertThat(asObject(chat.get("payload")))
                    .containsEntry("room_id", "floor")
                    .containsEntry("message", "hi")
                    .containsEntry("from", "old");
            assertThat(chat.get("timestamp")).isInstanceOf(Double.class);
            old.says("{'type':'leave_room','payload':{'room_id':'floor'}}");
            old.hears("room_left");
            old.says("{'type':'wave'}");
            assertThat(asObject(old.hears("error").get("payload")))
                    .containsEntry("message", "Unknown message type: wave");
            old.says("{'type':'pong'}").says("{'type':'ping'}");
            assertThat(old.hears()).isEqualTo(Map.of("type", "pong"));
        }
    }

    @Test
    void a_page_shows_its_token_beside_the_word_bearer() throws IOException {
        try (BareClient page = BareClient.from(ADDRESS, server)
                .upgrade("/ws", "Sec-WebSocket-Protocol: tickcast.v1, bearer, " + HubTalker.token("page"))) {
            assertThat(page.isOpen()).isTrue();
            assertThat(page.header("Sec-WebSocket-Protocol")).isEqualTo("bearer");
        }
    }

    @Test
    void who_shows_the_token_that_many_show_is_a_guest() throws IOException {
        try (HubTalker guest = HubTalker.over(
                BareClient.from(ADDRESS, server).upgrade("/ws", "Authorization: Bearer " + TickcastWar.TOKEN))) {
            guest.says("{'type':'join_room','payload':{'room_id':'floor'}}");

            assertThat(String.valueOf(guest.hears("room_joined").get("user_id")))
                    .matches("guest:[0-9a-f]{12}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X: y                             | 401 | token-missing",
                "Authorization: Bearer wrong      | 401 | token-invalid",
                "Origin: https://evil.example     | 403 | origin-refused",
            })
    void who_may_not_come_in_is_told_why_before_the_upgrade_and_in_a_preflight(String header, int status, String code)
            throws IOException {
        try (BareClient handshake = BareClient.from(ADDRESS, server).upgrade("/ws", header);
                BareClient preflight = preflight(header)) {
            assertThat(handshake.status()).isEqualTo(status).isEqualTo(preflight.status());
            assertThat(handshake.body()).contains("\"code\":\"" + code + "\"").isEqualTo(preflight.rest());
        }
    }

    @Test
    void a_token_that_lists_its_channels_has_to_list_the_hub() throws IOException {
        String market = bearer("{\"sub\":\"lan\",\"channels\":[\"market\"]}");
        String hub = bearer("{\"sub\":\"lan\",\"channels\":[\"hub\"]}");
        try (BareClient refused = BareClient.from(ADDRESS, server).upgrade("/ws", market);
                BareClient open = BareClient.from(ADDRESS, server).upgrade("/ws", hub);
                BareClient preflight = preflight(hub);
                BareClient elsewhere = BareClient.from(ADDRESS, server).upgrade("/ws/market", hub)) {
            assertThat(refused.body()).contains("\"code\":\"channel-forbidden\"");
            assertThat(open.isOpen()).isTrue();
            assertThat(preflight.status()).isEqualTo(204);
            assertThat(elsewhere.status()).isEqualTo(403);
        }
    }

    @Test
    void a_ticket_for_the_hub_opens_it_once() throws Exception {
        String answer = RestClient.send(
                        server, "POST", "/auth/ticket", HubTalker.token("tick"), "{\"channel\":\"hub\"}")
                .body();
        String ticket = RestClient.parsed(answer).getString("ticket");
        try (BareClient once = BareClient.from("127.0.0.1", server).upgrade("/ws?ticket=" + ticket);
                BareClient twice = BareClient.from("127.0.0.1", server).upgrade("/ws?ticket=" + ticket)) {
            assertThat(once.isOpen()).isTrue();
            assertThat(twice.body()).contains("\"code\":\"ticket-invalid\"");
        }
    }

    @Test
    void a_plain_request_is_told_what_is_spoken_here() throws IOException {
        try (BareClient plain = BareClient.from(ADDRESS, server)
                .request("GET /ws HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) {
            assertThat(plain.status()).isEqualTo(426);
            assertThat(plain.rest()).contains("\"code\":\"not-a-websocket\"");
        }
    }

    @Test
    void a_place_on_the_hub_is_a_place() throws IOException {
        String address = "127.21.3.2";
        BareClient[] open = new BareClient[5];
        try {
            for (int i = 0; i < open.length; i++) {
                String path = i % 2 == 0 ? "/ws" : "/ws/market";
                open[i] = BareClient.from(address, server).upgrade(path, "Authorization: Bearer " + TickcastWar.TOKEN);
                assertThat(open[i].isOpen()).isTrue();
            }
            try (BareClient sixth =
                    BareClient.from(address, server).upgrade("/ws", "Authorization: Bearer " + TickcastWar.TOKEN)) {
                assertThat(sixth.status()).isEqualTo(429);
                assertThat(sixth.body()).contains("\"code\":\"address-limit\"");
            }
        } finally {
            for (@Nullable BareClient each : open) {
                if (each != null) {
                    each.close();
                }
            }
        }
    }

    @Test
    void a_new_token_takes_the_place_of_the_one_before_and_another_users_does_not() throws IOException {
        try (HubTalker lan = HubTalker.open(ADDRESS, server, "renew")) {
            lan.says("{'type':'auth','token':'" + HubTalker.token("renew", "admin") + "'}");
            assertThat(lan.hears("auth")).containsEntry("ok", true).containsKey("expires_at");
            lan.says("{'type':'join_room','payload':{'room_id':'vip'}}");
            lan.hears("room_joined");

            lan.says("{'type':'auth','token':'" + HubTalker.token("other") + "'}");
            assertThat(lan.socket().closeCode()).isEqualTo(4002);
        }
    }

    @Test
    void who_is_revoked_is_out_of_the_hub_too() throws Exception {
        try (HubTalker lan = HubTalker.open(ADDRESS, server, "revoked")) {
            RestClient.send(
                    server, "POST", "/admin/revocations", HubTalker.token("root", "admin"), "{\"user\":\"revoked\"}");

            assertThat(lan.socket().closeCode()).isEqualTo(4002);
        }
    }

    private BareClient preflight(String header) throws IOException {
        return BareClient.from(ADDRESS, server)
                .request("GET /ws/preflight?path=/ws HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header
                        + "\r\n\r\n");
    }

    private static String bearer(String payload) {
        return "Authorization: Bearer " + TestTokens.of(payload);
    }
}
