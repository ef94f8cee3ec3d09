package org.tickcast.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URL;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.RestClient;
import org.tickcast.testing.server.TestedServer;
import org.tickcast.testing.server.TickcastWar;
import org.tickcast.testing.server.TyrusClient;

/** Whatever is wrong with a request, the answer is a problem that a program can read. */
@ExtendWith(ArquillianExtension.class)
class RefusalsIT {

    private static final String ADDRESS = "127.6.0.2";
    private static final int MOST_TRIES = 1_000;
    private static final String SNAPSHOT = "/api/market/snapshot";

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @SuppressWarnings("NullAway.Init")
    private RestClient client;

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @BeforeEach
    void makeClient() {
        client = new RestClient(server);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {SNAPSHOT, "/api/vn30-components", "/api/index/VN30/intraday", "/api", "/api/", "/api/nothing"})
    void without_the_token_nobody_learns_even_what_is_there(String path) throws Exception {
        assertRefused(client.getWithoutToken(path), 401, "token-missing");
        assertRefused(client.getWithoutToken(path + "?token="), 401, "token-missing");
        assertRefused(client.getWithoutToken(path + "?token=wrong"), 401, "token-invalid");
    }

    @Test
    void the_token_may_be_in_the_query_and_the_header_wins() throws Exception {
        assertThat(client.getWithoutToken(SNAPSHOT + "?token=" + TickcastWar.TOKEN)
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get(SNAPSHOT + "?token=wrong").statusCode()).isEqualTo(200);
    }

    @Test
    void a_refusal_for_want_of_the_token_has_the_bytes_of_a_refused_handshake() throws Exception {
        try (BareClient handshake = BareClient.from(ADDRESS, server).upgrade("/ws/market?token=wrong")) {
            HttpResponse<String> request = client.getWithoutToken(SNAPSHOT + "?token=wrong");

            assertThat(request.body()).isEqualTo(handshake.body());
            assertThat(request.headers().firstValue("WWW-Authenticate")).hasValue(handshake.header("WWW-Authenticate"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%61pi/vn30-components",
                "/api;x/vn30-components",
                "//api/vn30-components",
                "/api//vn30-components",
                "/x/../api/vn30-components",
                "/./api/vn30-components",
                "/API/vn30-components",
                "/api%2fvn30-components",
                "/api/vn30-components/",
                "/api/vn30-components;token=x"
            })
    void however_the_path_is_spelled_nobody_is_answered_without_the_token(String spelling) throws Exception {
        try (BareClient asking = ask("GET " + spelling)) {
            assertThat(asking.status()).isIn(400, 401, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api", "/api/", "/api/market", "/api/market/snapshot/x", "/api/application.wadl", "/api/index"})
    void there_is_nothing_at_any_other_path(String path) throws Exception {
        assertRefused(client.get(path), 404, "no-such-path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VN300", "FPT", "vn 30", "%7B", "%C4%83", "a-very-long-id-that-no-index-ever-had"})
    void an_index_that_nobody_keeps_is_not_there(String id) throws Exception {
        assertRefused(client.get("/api/index/" + id.replace(" ", "%20") + "/intraday"), 404, "no-such-index");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/market/alerts?limit=0",
                "/api/market/alerts?limit=201",
                "/api/market/alerts?limit=ten",
                "/api/market/alerts?limit=",
                "/api/market/alerts?limit=4294967297",
                "/api/market/alerts?type=VOLUME_SPIKE",
                "/api/market/alerts?type=",
                "/api/market/alerts?severity=loud",
                "/api/market/basis-trend?minutes=0",
                "/api/market/basis-trend?minutes=121",
                "/api/market/basis-trend?minutes=-1",
                "/api/market/basis-trend?minutes=NaN"
            })
    void a_parameter_that_is_not_one_is_refused_and_not_repeated(String path) throws Exception {
        assertRefused(client.get(path), 422, "bad-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "BREW"})
    void another_method_is_told_which_ones_there_are(String method) throws Exception {
        HttpResponse<String> answer = client.ask(method, SNAPSHOT);

        assertRefused(answer, 405, "wrong-method");
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
    }

    @Test
    void a_server_whose_market_comes_from_elsewhere_takes_no_events() throws Exception {
        assertRefused(client.ask("POST", "/api/ingest"), 409, "not-ingesting");
        assertRefused(client.getWithoutToken("/api/ingest"), 409, "not-ingesting");
    }

    @Test
    void there_is_nothing_but_JSON() throws Exception {
        assertRefused(client.get(SNAPSHOT, "Accept", "text/html"), 406, "not-acceptable");
        assertThat(client.get(SNAPSHOT, "Accept", "text/html, */*;q=0.1").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_request_that_the_server_cannot_make_sense_of_is_a_problem_too() throws Exception {
        assertRefused(client.get(SNAPSHOT, "Accept", "///"), 400, "bad-request");
        assertRefused(client.get(SNAPSHOT, "Content-Type", "///"), 400, "bad-request");
        try (BareClient asking = ask("GET /api/index/{/intraday?token=" + TickcastWar.TOKEN)) {
            assertThat(asking.status()).isEqualTo(400);
            // WildFly's HTTP parser refuses such a path with no word, before any of our code sees it.
            assertThat(asking.header("Content-Type"))
                    .isEqualTo(TestedServer.isWildFly() ? "" : "application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"at-once", "later", "on-the-board", "in-words"})
    void when_we_fail_the_client_hears_that_and_nothing_more(String where) throws Exception {
        HttpResponse<String> answer = client.get("/api/failing/" + where);

        assertRefused(answer, 500, "request-failed");
        assertThat(answer.body()).doesNotContain("secret", "Exception");
    }

    @Test
    void while_the_tick_is_stuck_who_asks_is_told_to_come_back_and_then_is_answered() throws Exception {
        try (TyrusClient stuck = new TyrusClient(server, "/test/board")) {
            stuck.send("0");
            assertThat(stuck.next()).isEqualTo("busy: true");

            HttpResponse<String> answer = client.get(SNAPSHOT);

            assertRefused(answer, 503, "busy");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(client.get("/api/vn30-components").statusCode()).isEqualTo(200);
        }

        assertThat(client.get(SNAPSHOT).statusCode()).isEqualTo(200);
    }

    @Test
    void one_question_too_many_is_refused() throws Exception {
        try (TyrusClient stuck = new TyrusClient(server, "/test/board")) {
            stuck.send("1000");
            assertThat(stuck.next()).isEqualTo("busy: true");

            HttpResponse<String> answer = client.get(SNAPSHOT);

            assertRefused(answer, 503, "busy");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        }

        awaitRoomForQuestions();
    }

    /** The server hears in its own time that the client is gone who kept the tick busy. */
    private void awaitRoomForQuestions() throws Exception {
        int status = 503;
        for (int i = 0; i < MOST_TRIES && status == 503; i++) {
            status = client.get(SNAPSHOT).statusCode();
        }
        assertThat(status).isEqualTo(200);
    }

    private BareClient ask(String methodAndPath) throws Exception {
        return BareClient.from(ADDRESS, server).request(methodAndPath + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonObject problem = RestClient.parsed(answer.body());
        assertThat(problem.keySet()).containsExactly("type", "title", "status", "detail", "code", "reconnect");
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("code")).isEqualTo(code);
    }
}
