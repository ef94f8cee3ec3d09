package org.tickcast.it.ops;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
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
import org.tickcast.testing.server.PictureClient;
import org.tickcast.testing.server.RestClient;
import org.tickcast.testing.server.TestTokens;
import org.tickcast.testing.server.TickcastWar;

/** An operator sees who is connected, says something to one, and closes one. Nobody else does. */
@ExtendWith(ArquillianExtension.class)
class ConnectionsIT {

    private static final String OPERATOR = HubTalker.token("root", "admin");
    private static final String HERE = "127.7.9.1";

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @Test
    void an_operator_finds_a_client_sees_how_it_is_served_tells_it_something_and_closes_it() throws Exception {
        try (PictureClient seen = reader("seen-on-market")) {
            JsonObject found = only("user=SEEN-on&channel=market&protocol=tickcast.v1&address=127.7.9.0/24");
            String path = "/admin/connections/" + found.getInt("id");
            long version = seen.next("snapshot").getJsonNumber("version").longValue();

            JsonObject one = body(ask("GET", path, null), 200);
            HttpResponse<String> told = ask("POST", path + "/message", "{\"message\":\"We restart at six\"}");

            assertThat(found.getString("user")).isEqualTo("seen-on-market");
            assertThat(found.getString("address")).isEqualTo(HERE);
            assertThat(one.getJsonNumber("version").longValue()).isGreaterThanOrEqualTo(version);
            assertThat(one.getInt("frames")).isGreaterThanOrEqualTo(1);
            assertThat(one.getInt("bytes")).isGreaterThan(100);
            assertThat(told.statusCode()).isEqualTo(202);
            JsonObject message = seen.next("message");
            assertThat(message.getString("from")).isEqualTo("root");
            assertThat(message.getString("message")).isEqualTo("We restart at six");

            assertThat(ask("DELETE", path, null).statusCode()).isEqualTo(202);
            JsonObject bye = seen.next("bye");
            assertThat(bye.getInt("code")).isEqualTo(4020);
            assertThat(bye.isNull("retry_after_ms")).isTrue();
            assertThat(seen.socket().closeCode()).isEqualTo(4020);
        }
    }

    @Test
    void on_the_hub_he_sees_the_rooms_and_may_speak_to_one_device_alone() throws Exception {
        try (HubTalker first = HubTalker.open(HERE, server, "seen-on-hub").joins("floor");
                HubTalker second = HubTalker.open("127.7.9.2", server, "seen-on-hub")) {
            String path = "/admin/connections/"
                    + only("user=seen-on-hub&address=" + HERE).getInt("id");

            JsonObject one = body(ask("GET", path, null), 200);
            ask("POST", path + "/message", "{\"message\":\"Only you\"}");

            assertThat(one.getString("protocol")).isEqualTo("hub");
            assertThat(one.getJsonArray("rooms")).hasToString("[\"floor\"]");
            assertThat(first.hears("message"))
                    .containsEntry("message", "Only you")
                    .containsEntry("from", "root");
            assertThat(second.hearsUntilPong()).doesNotContain("message");
            ask("DELETE", path, null);
            assertThat(first.socket().closeCode()).isEqualTo(4020);
        }
    }

    @Test
    void a_plain_client_has_no_ear_for_words_and_can_be_closed_all_the_same() throws Exception {
        String token = HubTalker.token("seen-plain");
        try (BareClient plain = BareClient.from(HERE, server).upgrade("/ws/index", "Authorization: Bearer " + token)) {
            plain.text();
            String path = "/admin/connections/"
                    + only("user=seen-plain&protocol=plain").getInt("id");

            HttpResponse<String> told = ask("POST", path + "/message", "{\"message\":\"hello\"}");
            ask("DELETE", path, null);

            assertThat(told.statusCode()).isEqualTo(409);
            assertThat(told.body()).contains("\"code\":\"cannot-be-told\"");
            assertThat(plain.closeCode()).isEqualTo(4020);
        }
    }

    @Test
    void he_closes_all_connections_of_a_user_with_one_word() throws Exception {
        try (HubTalker talks = HubTalker.open(HERE, server, "seen-everywhere");
                PictureClient reads = reader("seen-everywhere");
                PictureClient other = reader("seen-elsewhere")) {
            reads.next("snapshot");
            other.next("snapshot");

            JsonObject done = body(ask("POST", "/admin/kicks", "{\"user\":\"seen-everywhere\"}"), 202);

            assertThat(done).hasToString("{\"user\":\"seen-everywhere\",\"closed_here\":2,\"others\":\"none\"}");
            assertThat(talks.socket().closeCode()).isEqualTo(4020);
            assertThat(reads.socket().closeCode()).isEqualTo(4020);
            assertThat(other.nextPicture()).isNotNull();
        }
    }

    @Test
    void a_list_comes_in_pages() throws Exception {
        try (PictureClient one = reader("in-pages");
                PictureClient two = reader("in-pages")) {
            assertThat(List.of(one.next().getString("type"), two.next().getString("type")))
                    .containsOnly("hello");

            JsonObject first = body(ask("GET", "/admin/connections?user=in-pages&limit=1", null), 200);
            JsonObject second = body(
                    ask("GET", "/admin/connections?user=in-pages&limit=1&after=" + first.getInt("next"), null), 200);

            assertThat(first.getInt("total")).isEqualTo(2);
            assertThat(second.isNull("next")).isTrue();
            assertThat(second.getJsonArray("connections")).hasSize(1);
            assertThat(second.getJsonArray("connections")).isNotEqualTo(first.getJsonArray("connections"));
        }
    }

    @Test
    void he_sees_the_feed_and_has_it_started_anew() throws Exception {
        try (PictureClient watching = reader("seen-at-restart")) {
            watching.next("snapshot");

            JsonObject before = body(ask("GET", "/admin/feed", null), 200);
            HttpResponse<String> restarted = ask("POST", "/admin/feed/restart", null);

            assertThat(before.getString("feed")).isEqualTo("simulated");
            assertThat(restarted.statusCode()).isEqualTo(202);
            // Away and back between two ticks is nothing; and then pictures go on all the same.
            assertThat(watching.nextPicture()).isNotNull();
        }
    }

    @Test
    void he_sees_the_settings_in_force_and_no_secret() throws Exception {
        HttpResponse<String> answer = ask("GET", "/admin/configuration", null);

        List<JsonObject> settings = body(answer, 200).getJsonArray("settings").getValuesAs(JsonObject.class);
        assertThat(settings)
                .anySatisfy(setting -> {
                    assertThat(setting.getString("name")).isEqualTo("tickcast.feed.scenario");
                    assertThat(setting.getString("value")).isEqualTo("calm");
                    assertThat(setting.getString("origin")).isEqualTo("default");
                })
                .anySatisfy(setting -> {
                    assertThat(setting.getString("name")).isEqualTo("tickcast.auth.token");
                    assertThat(setting.isNull("value")).isTrue();
                    assertThat(setting.getString("origin")).isNotEqualTo("default");
                });
        assertThat(answer.body()).doesNotContain(TickcastWar.TOKEN).doesNotContain(TestTokens.SECRET);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /admin/connections?after=the-last, 422, bad-parameter",
        "GET, /admin/connections?usr=lan, 422, bad-parameter",
        "GET, /admin/connections?address=here, 422, bad-parameter",
        "GET, /admin/connections/999999999, 404, no-such-connection",
        "DELETE, /admin/connections/999999999, 404, no-such-connection",
        "DELETE, /admin/connections/me, 404, no-such-connection",
        "POST, /admin/connections/999999999/message, 404, no-such-connection",
        "POST, /admin/kicks, 422, bad-parameter",
        "GET, /admin/kicks, 405, wrong-method",
        "PUT, /admin/connections/1, 405, wrong-method"
    })
    void what_makes_no_sense_is_a_problem(String method, String path, int status, String code) throws Exception {
        HttpResponse<String> answer = ask(method, path, method.equals("POST") ? "{\"message\":\"hello\"}" : null);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /admin/connections",
        "GET, /admin/feed",
        "POST, /admin/feed/restart",
        "GET, /admin/configuration",
        "GET, /admin/connections/1",
        "DELETE, /admin/connections/1",
        "POST, /admin/connections/1/message",
        "POST, /admin/kicks"
    })
    void who_is_no_operator_sees_and_does_nothing(String method, String path) throws Exception {
        String body = method.equals("POST") ? "{\"message\":\"hello\"}" : null;

        assertThat(RestClient.send(server, method, path, HubTalker.token("lan"), body)
                        .body())
                .contains("\"code\":\"role-required\"");
    }

    private PictureClient reader(String user) throws IOException {
        return PictureClient.with(HubTalker.token(user), HERE, server, "/ws/market");
    }

    /** The only one that this search finds. */
    private JsonObject only(String search) throws Exception {
        JsonObject list = body(ask("GET", "/admin/connections?" + search, null), 200);
        assertThat(list.getInt("total")).as(search).isEqualTo(1);
        return list.getJsonArray("connections").getJsonObject(0);
    }

    private static JsonObject body(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return RestClient.parsed(answer.body());
    }

    private HttpResponse<String> ask(String method, String path, @Nullable String body) throws Exception {
        return RestClient.send(server, method, path, OPERATOR, body);
    }
}
