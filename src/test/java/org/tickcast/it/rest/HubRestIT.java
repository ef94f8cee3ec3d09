package org.tickcast.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URL;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickcast.testing.server.HubTalker;
import org.tickcast.testing.server.RestClient;
import org.tickcast.testing.server.TestTokens;
import org.tickcast.testing.server.TickcastWar;

/** The hub for who has no socket: what its policy allows is done, and anything else is a problem in its words. */
@ExtendWith(ArquillianExtension.class)
class HubRestIT {

    private static final String ADMIN = HubTalker.token("root", "admin");
    private static final String LAN = HubTalker.token("lan");

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @Test
    void a_room_is_made_filled_shown_and_deleted() throws Exception {
        HttpResponse<String> made =
                ask("POST", "/api/rooms", ADMIN, "{'room_id':'desk','name':'The desk','access':'private'}");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.body()).isEqualTo("{\"access\":\"private\",\"name\":\"The desk\",\"room_id\":\"desk\"}");
        assertThat(ask("PUT", "/api/rooms/desk/members/an%40example.com", ADMIN, "{'role':'moderator'}")
                        .body())
                .isEqualTo("{\"role\":\"moderator\",\"room_id\":\"desk\",\"user_id\":\"an@example.com\"}");

        String moderator = HubTalker.token("an@example.com");
        assertThat(ask("PUT", "/api/rooms/desk/members/binh", moderator, "{}").statusCode())
                .isEqualTo(200);
        assertThat(ask("DELETE", "/api/rooms/desk/members/binh", moderator, null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(ask("GET", "/api/rooms", moderator, null).body())
                .contains(
                        "{\"access\":\"private\",\"members\":2,\"name\":\"The desk\",\"online\":0,\"room_id\":\"desk\"}");
        assertThat(ask("GET", "/api/rooms", LAN, null).body()).doesNotContain("desk");
        assertThat(ask("GET", "/api/rooms/desk/members", moderator, null).body())
                .isEqualTo(
                        "{\"count\":2,\"members\":["
                                + "{\"online\":false,\"role\":\"moderator\",\"user_id\":\"an@example.com\"},"
                                + "{\"online\":false,\"role\":\"owner\",\"user_id\":\"root\"}],\"more\":false,\"room_id\":\"desk\"}");
        assertThat(ask("GET", "/api/rooms/desk/members?after=an%40example.com", moderator, null)
                        .body())
                .contains("root")
                .doesNotContain("an@example.com");
        assertProblem(ask("DELETE", "/api/rooms/desk", moderator, null), 403, "room-forbidden");
        assertThat(ask("DELETE", "/api/rooms/desk", ADMIN, null).statusCode()).isEqualTo(204);
        assertProblem(ask("DELETE", "/api/rooms/desk", ADMIN, null), 404, "room-not-found");
    }

    @Test
    void who_is_there_and_who_is_a_member_is_answered_as_the_document_says() throws Exception {
        assertDocumented("/api/presence/floor", "Presence");
        assertDocumented("/api/rooms/vip/members", "RoomMembers");
    }

    private void assertDocumented(String path, String schema) throws Exception {
        JsonObject document = new RestClient(server).getJson("/openapi");

        HttpResponse<String> answer = ask("GET", path, ADMIN, null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        new DocumentedShape(document)
                .assertShape(
                        path,
                        RestClient.parsed(answer.body()),
                        document.getJsonObject("components")
                                .getJsonObject("schemas")
                                .getJsonObject(schema));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST   | /api/rooms                   | {'room_id':'mine'}",
                "POST   | /api/users/binh/notify       | {'message':'hello'}",
                "POST   | /api/broadcast               | {'message':'hello'}",
            })
    void what_is_for_operators_only_is_refused_to_everybody_else(String method, String path, String body)
            throws Exception {
        assertProblem(ask(method, path, LAN, body), 403, "forbidden");
        assertProblem(ask(method, path, TickcastWar.TOKEN, body), 403, "forbidden");
        assertThat(ask(method, path, "wrong", body).body()).contains("\"code\":\"token-invalid\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST   | /api/rooms                   | {'room_id':'floor'}                    | 409 | room-exists",
                "POST   | /api/rooms                   | {'room_id':'no room'}                  | 422 | bad-field",
                "POST   | /api/rooms                   | {'room_id':'a','access':'secret'}      | 422 | bad-field",
                "POST   | /api/rooms                   | {'name':'a'}                           | 422 | bad-field",
                "POST   | /api/rooms                   | {'room_id':'a'                         | 400 | not-json",
                "POST   | /api/rooms                   | []                                     | 400 | not-json",
                "PUT    | /api/rooms/floor/members/x   | {'role':'king'}                        | 422 | bad-field",
                "PUT    | /api/rooms/nowhere/members/x | {}                                     | 404 | room-not-found",
                "PUT    | /api/rooms/floor/members/%01 | {}                                     | 422 | bad-field",
                "DELETE | /api/rooms/floor/members/x   | ``                                     | 404 | no-such-member",
                "POST   | /api/rooms/floor/messages    | {'message':''}                         | 422 | bad-text",
                "POST   | /api/rooms/floor/messages    | {'message':'\\ud800'}                  | 422 | bad-text",
                "POST   | /api/rooms/floor/messages    | {'message':7}                          | 422 | bad-field",
                "POST   | /api/broadcast               | {}                                     | 422 | bad-field",
                "GET    | /api/presence/nowhere        | ``                                     | 404 | room-not-found",
                "GET    | /api/rooms/nowhere/members   | ``                                     | 404 | room-not-found",
            })
    void what_an_operator_asks_wrongly_is_refused_with_the_reason(
            String method, String path, String body, int status, String code) throws Exception {
        assertProblem(ask(method, path, ADMIN, body.isEmpty() ? null : body), status, code);
    }

    @Test
    void too_much_is_too_much_over_HTTP_too() throws Exception {
        assertProblem(
                ask("POST", "/api/broadcast", ADMIN, "{'message':'" + "x".repeat(2_001) + "'}"), 422, "text-too-long");
        assertProblem(ask("POST", "/api/broadcast", ADMIN, " ".repeat(16 * 1024 + 1)), 413, "too-big");
        assertProblem(
                ask("POST", "/api/broadcast", ADMIN, "{'a':" + "[".repeat(1_000) + "]".repeat(1_000) + "}"),
                400,
                "too-deep");
    }

    @Test
    void who_is_in_no_room_knows_nothing_of_it_and_says_nothing_in_it() throws Exception {
        assertProblem(ask("GET", "/api/presence/floor", HubTalker.token("quiet"), null), 403, "not-a-member");
        assertProblem(ask("GET", "/api/rooms/vip/members", HubTalker.token("quiet"), null), 403, "not-a-member");
        assertProblem(
                ask("POST", "/api/rooms/vip/messages", HubTalker.token("quiet"), "{'message':'hello'}"),
                403,
                "not-a-member");
    }

    @Test
    void what_changes_something_counts_as_a_message_of_its_user() throws Exception {
        String hasty = TestTokens.of("{\"sub\":\"hasty\",\"plan\":\"free\"}");
        HttpResponse<String> last = ask("POST", "/api/broadcast", hasty, "{'message':'hello'}");
        for (int i = 0; i < 150 && last.statusCode() != 429; i++) {
            last = ask("POST", "/api/broadcast", hasty, "{'message':'hello'}");
        }

        assertProblem(last, 429, "message-rate");
        assertThat(last.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        assertThat(ask("GET", "/api/rooms", hasty, null).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> ask(String method, String path, String token, @Nullable String body) throws Exception {
        return RestClient.send(server, method, path, token, body == null ? null : body.replace('\'', '"'));
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
}
