package org.tickcast.it.ops;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.HubTalker;
import org.tickcast.testing.server.RestClient;
import org.tickcast.testing.server.TestedServer;
import org.tickcast.testing.server.TickcastWar;

/** What Prometheus reads, what is asked by whoever starts servers, and how much the log tells: the same on every server. */
@ExtendWith(ArquillianExtension.class)
class MetricsIT {

    private static final String ADDRESS = "127.8.1.1";
    private static final String AUTHORIZED = "Authorization: Bearer " + TickcastWar.TOKEN;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Beside the port of the application, where WildFly answers for its health. */
    private static final int MANAGEMENT = 29_990;

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

    @Test
    void figures_are_ours_and_no_others_and_show_who_is_there() throws Exception {
        try (BareClient socket = BareClient.from(ADDRESS, server).upgrade("/ws/index", AUTHORIZED)) {
            socket.text();

            figuresWith("tickcast_frames_sent_total{door=\"index\",protocol=\"plain\"} ");

            HttpResponse<String> answer = client.getWithoutToken("/metrics");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .matches("text/plain; ?version=0\\.0\\.4; ?charset=utf-8");
            assertThat(value(answer, "tickcast_sockets{door=\"index\",protocol=\"plain\"}"))
                    .isGreaterThanOrEqualTo(1);
            assertThat(value(answer, "websocket_connections_total")).isGreaterThanOrEqualTo(1);
            assertThat(value(answer, "tickcast_feed_state{state=\"connected\"}"))
                    .isEqualTo(1);
            assertThat(answer.body())
                    .contains("tickcast_tick_duration_seconds_bucket", "jvm_memory_used_bytes")
                    .doesNotContain(TickcastWar.TOKEN, ADDRESS, "base_", "vendor_", "wildfly_");
        }
    }

    @Test
    void requests_are_measured_by_the_paths_that_we_have_however_many_are_made_up() throws Exception {
        client.get("/api/session");
        client.get("/api/market/snapshot");
        for (int i = 0; i < 3; i++) {
            client.get("/api/index/no-such-index-" + i + "/intraday");
            client.get("/api/no-such-path-" + i);
            client.get("/no-such-file-" + i);
        }
        client.getWithoutToken("/api/session");

        assertThat(figuresWith(
                        count("/api/session", 200),
                        count("/api/market/snapshot", 200),
                        count("/api/index/{id}/intraday", 404),
                        count("/api/*", 404),
                        count("/api/*", 401),
                        count("/", 404)))
                .doesNotContain("no-such-index-", "no-such-path", "no-such-file", "path=\"/metrics");
    }

    /** An answer may be there before it is counted. */
    private String figuresWith(String... series) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String figures = client.getWithoutToken("/metrics").body();
        while (!Stream.of(series).allMatch(figures::contains) && System.nanoTime() - deadline < 0) {
            figures = client.getWithoutToken("/metrics").body();
        }
        assertThat(figures).contains(series);
        return figures;
    }

    private static String count(String path, int status) {
        return "http_request_duration_seconds_count{method=\"GET\",path=\"" + path + "\",status_code=\"" + status
                + "\"}";
    }

    @Test
    void figures_are_only_for_reading() throws Exception {
        HttpResponse<String> answer = client.ask("POST", "/metrics");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(client.ask("HEAD", "/metrics").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/health/started, started", "/health/live, tick", "/health/ready, market"})
    void a_server_that_runs_says_so(String path, String name) throws Exception {
        int port = TestedServer.isWildFly() ? MANAGEMENT : server.getPort();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<JsonObject> checks = RestClient.parsed(answer.body()).getJsonArray("checks").stream()
                .map(JsonValue::asJsonObject)
                .toList();
        assertThat(checks).extracting(check -> check.getString("name")).contains(name);
        assertThat(checks).extracting(check -> check.getString("status")).containsOnly("UP");
    }

    @Test
    void an_operator_has_loggers_of_ours_tell_more_and_then_as_much_as_before() throws Exception {
        String path = "/admin/loggers/org.tickcast.nothing.there";

        HttpResponse<String> more = put(path, "{\"level\":\"FINEST\"}");

        assertThat(more.statusCode()).as(more.body()).isEqualTo(200);
        assertThat(more.body())
                .isEqualTo("{\"name\":\"org.tickcast.nothing.there\",\"level\":\"FINEST\",\"effective\":\"FINEST\"}");
        assertThat(operator("GET", path + ".below", null).body())
                .contains("\"level\":null", "\"effective\":\"FINEST\"");
        assertThat(put(path, "{\"level\":\"DEFAULT\"}").body()).contains("\"level\":null");
    }

    @ParameterizedTest
    @CsvSource({
        "org.tickcast.nothing, LOUD, 422, bad-parameter",
        "org.glassfish, ALL, 404, no-such-path",
        "tickcast.audit, OFF, 404, no-such-path"
    })
    void a_level_that_there_is_not_and_a_logger_that_is_not_ours_are_refused(
            String logger, String level, int status, String code) throws Exception {
        HttpResponse<String> answer = put("/admin/loggers/" + logger, "{\"level\":\"" + level + "\"}");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(RestClient.parsed(answer.body()).asJsonObject().getString("code"))
                .isEqualTo(code);
    }

    @Test
    void nobody_else_turns_the_log() throws Exception {
        String path = "/admin/loggers/org.tickcast.nothing";

        assertThat(client.getWithoutToken(path).statusCode()).isEqualTo(401);
        assertThat(RestClient.send(server, "PUT", path, HubTalker.token("lan"), "{\"level\":\"ALL\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> put(String path, String body) throws Exception {
        return operator("PUT", path, body);
    }

    private HttpResponse<String> operator(String method, String path, @Nullable String body) throws Exception {
        return RestClient.send(server, method, path, HubTalker.token("root", "admin"), body);
    }

    private static double value(HttpResponse<String> answer, String series) {
        return answer.body()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(series + " is not in\n" + answer.body()));
    }
}
