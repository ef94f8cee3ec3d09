package org.tickcast.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.JarProcess;
import org.tickcast.testing.server.RestClient;

/** A server lets everybody go: because an operator says so, or because it is stopped. */
@Timeout(180)
class DrainIT {

    private static final String TOKEN = "the-token-of-who-operates-it-0123";
    private static final String AUTHORIZED = "Authorization: Bearer " + TOKEN;
    private static final String VERSIONED = "Sec-WebSocket-Protocol: tickcast.v1";
    private static final String NOBODY = "{\"draining\":true,\"clients\":0}";
    private static final long SPREAD_MILLIS = 60_000;
    /** More than Linux (4 MB, as it comes) and the server (256 KB) keep for one client that does not read. */
    private static final long MORE_THAN_IS_KEPT = 8_000_000;

    private static final String RESYNC = "{\"type\":\"resync\"}";

    @Test
    void an_operator_has_everybody_let_go_one_after_the_other_while_the_others_are_served() throws Exception {
        ExecutorService readers = Executors.newCachedThreadPool();
        try (JarProcess tickcast = start("-Dtickcast.drain.batch=1", "-Dtickcast.drain.pause=PT1.5S")) {
            URL server = tickcast.awaitReady();
            assertThat(get(server, "/health/ready").body())
                    .contains("\"status\":\"UP\"", "\"draining\":\"false\"", "\"clients\":\"0\"");
            List<Future<Visit>> visits = new ArrayList<>();
            for (int i = 1; i <= 3; i++) {
                BareClient client =
                        BareClient.from("127.6.0." + i, server).upgrade("/ws/market", AUTHORIZED, VERSIONED);
                client.textWith("\"type\":\"snapshot\"");
                visits.add(readers.submit(() -> Visit.of(client)));
            }
            BareClient plain = BareClient.from("127.6.0.9", server).upgrade("/ws/market", AUTHORIZED);
            plain.text();
            BareClient talking = BareClient.from("127.6.0.7", server).upgrade("/ws", AUTHORIZED);
            talking.sendText("{\"type\":\"ping\"}");
            talking.textWith("pong");
            assertThat(state(server)).isEqualTo("{\"draining\":false,\"clients\":5}");

            HttpResponse<String> begun = post(server);

            assertThat(begun.statusCode()).isEqualTo(202);
            assertThat(begun.body())
                    .startsWith("{\"draining\":true,\"clients\":")
                    .isNotEqualTo(NOBODY);
            assertThat(post(server).statusCode()).isEqualTo(202);
            assertNobodyIsLetInAny(server);
            assertThat(plain.closeCode()).isEqualTo(1012);
            assertThat(talking.closeCode()).isEqualTo(1012);
            assertThat(told(visits)).allSatisfy(DrainIT::assertLetGo);
            assertInTurn(told(visits));
            tickcast.awaitLine(line -> line.contains("All clients are gone"));
            assertThat(state(server)).isEqualTo(NOBODY);
            assertThat(tickcast.lines())
                    .filteredOn(line -> line.startsWith("{\"event\":\"drain\""))
                    .singleElement()
                    .asString()
                    .contains("\"who\":\"ops\"", "\"clients\":5");
        } finally {
            readers.shutdownNow();
        }
    }

    @Test
    void a_client_that_never_reads_is_cut_off_after_the_deadline() throws Exception {
        try (JarProcess tickcast = start(
                "-Dtickcast.drain.deadline=PT3S",
                "-Dtickcast.broadcast.interval=PT0S",
                "-Dtickcast.broadcast.resync-gap=PT0S",
                "-Dtickcast.limits.messages-per-second=1000000",
                "-Dtickcast.limits.messages-per-minute=1000000",
                "-Dtickcast.send.deadline=PT1H",
                "-Dtickcast.heartbeat.interval=PT1H")) {
            URL server = tickcast.awaitReady();
            try (BareClient frozen = frozen(server);
                    BareClient reader =
                            BareClient.from("127.6.0.1", server).upgrade("/ws/market", AUTHORIZED, VERSIONED)) {
                askForMoreThanIsKept(reader, frozen);

                assertThat(post(server).statusCode()).isEqualTo(202);

                assertLetGo(Visit.of(reader));
                assertThat(state(server)).isEqualTo("{\"draining\":true,\"clients\":1}");
                tickcast.awaitLine(line -> line.contains("Clients that have not gone in PT3S and are cut off: 1"));
                tickcast.awaitLine(line -> line.contains("All clients are gone"));
                assertThat(state(server)).isEqualTo(NOBODY);
                assertThat(frozen.closeCode())
                        .as("the end of a connection that was cut")
                        .isEqualTo(1006);
            }
        }
    }

    @Test
    void a_stop_tells_everybody_waits_for_who_does_not_read_until_the_deadline_and_ends() throws Exception {
        try (JarProcess tickcast = start(
                "-Dtickcast.log.format=json",
                "-Dtickcast.drain.deadline=PT3S",
                "-Dtickcast.broadcast.interval=PT0S",
                "-Dtickcast.broadcast.resync-gap=PT0S",
                "-Dtickcast.limits.messages-per-second=1000000",
                "-Dtickcast.limits.messages-per-minute=1000000",
                "-Dtickcast.send.deadline=PT1H",
                "-Dtickcast.heartbeat.interval=PT1H")) {
            URL server = tickcast.awaitReady();
            try (BareClient frozen = frozen(server);
                    BareClient plain = BareClient.from("127.6.0.2", server).upgrade("/ws/index", AUTHORIZED);
                    BareClient reader =
                            BareClient.from("127.6.0.1", server).upgrade("/ws/market", AUTHORIZED, VERSIONED)) {
                askForMoreThanIsKept(reader, frozen);

                tickcast.terminate();

                Visit visit = Visit.of(reader);
                assertThat(visit.bye().getInt("code")).isEqualTo(1001);
                assertThat(visit.bye().getString("reason")).isEqualTo("going-away");
                assertThat(visit.retryAfterMillis()).isBetween(0L, SPREAD_MILLIS);
                assertThat(visit.closeCode()).isEqualTo(1001);
                assertThat(plain.closeCode()).isEqualTo(1001);
                assertThat(tickcast.awaitEnd()).as("ended by SIGTERM").isEqualTo(143);
                assertThat(frozen.closeCode())
                        .as("the end of a connection that was cut")
                        .isEqualTo(1006);
            }
            assertLoggedToTheEnd(tickcast);
        }
    }

    /** An object a line, from the start to the last word, also about those who have left. */
    private static void assertLoggedToTheEnd(JarProcess tickcast) throws InterruptedException {
        tickcast.awaitLine(line -> line.contains("\"message\":\"The simulated feed and all sockets are closed\""));
        tickcast.awaitLine(
                line -> line.contains("\"message\":\"Clients that have not gone in PT3S and are cut off: 1\""));
        assertThat(tickcast.lines())
                .filteredOn(line -> line.contains("\"event\":\"left\"") && line.contains("\"code\":1001"))
                .hasSize(3);
        assertThat(tickcast.lines())
                .filteredOn(line -> !line.startsWith("JdbcRuntimeExtension")) // The server prints it past every log.
                .allSatisfy(line ->
                        assertThat(RestClient.parsed(line).asJsonObject()).isNotEmpty());
    }

    private static JarProcess start(String... settings) throws Exception {
        List<String> all = new ArrayList<>(List.of(
                "-Dtickcast.audit=true",
                "-Dtickcast.drain.spread=PT60S",
                "-Dtickcast.auth.tokens=ops,viewer",
                "-Dtickcast.auth.tokens.ops=" + TOKEN,
                "-Dtickcast.auth.tokens.ops.roles=admin",
                "-Dtickcast.auth.tokens.viewer=the-token-of-who-only-watches-0123"));
        all.addAll(List.of(settings));
        return JarProcess.start(Map.of(), all.toArray(String[]::new));
    }

    private static BareClient frozen(URL server) throws Exception {
        BareClient client = BareClient.withLittleRoom("127.6.0.8", server).upgrade("/ws/market", AUTHORIZED, VERSIONED);
        assertThat(client.isOpen()).isTrue();
        return client;
    }

    /** Both ask for whole pictures, one reads them: then the other has a frame that does not leave. */
    private static void askForMoreThanIsKept(BareClient reader, BareClient frozen) throws Exception {
        long read = 0;
        while (read < MORE_THAN_IS_KEPT) {
            frozen.sendText(RESYNC);
            reader.sendText(RESYNC);
            read += reader.textWith("\"type\":\"snapshot\"").length();
        }
    }

    private static void assertNobodyIsLetInAny(URL server) throws Exception {
        try (BareClient late = BareClient.from("127.6.0.7", server).upgrade("/ws/market", AUTHORIZED)) {
            assertThat(late.status()).isEqualTo(503);
            assertThat(late.body()).contains("\"code\":\"draining\"");
            assertThat(late.header("Retry-After")).isNotEmpty();
        }
        HttpResponse<String> ready = get(server, "/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body())
                .contains("\"status\":\"DOWN\"", "\"draining\":\"true\"", "\"reason\":\"The server takes nobody in");
        JsonObject all = RestClient.parsed(get(server, "/health").body()).asJsonObject();
        assertThat(all.getJsonArray("checks"))
                .extracting(check -> check.asJsonObject().getString("name"))
                .containsExactlyInAnyOrder("taking-clients", "market", "nodes", "tick", "started");
        assertThat(get(server, "/health/live").statusCode())
                .as("it is alive all the same")
                .isEqualTo(200);
    }

    private static void assertLetGo(Visit visit) {
        assertThat(visit.bye().getInt("code")).isEqualTo(1012);
        assertThat(visit.bye().getString("reason")).isEqualTo("draining");
        assertThat(visit.retryAfterMillis()).isBetween(0L, SPREAD_MILLIS);
        assertThat(visit.closeCode()).isEqualTo(1012);
    }

    /** No two at once, and between the goodbyes of two the later one was still sent what happened. */
    private static void assertInTurn(List<Visit> visits) {
        List<Visit> inTurn =
                visits.stream().sorted(Comparator.comparing(Visit::byeAt)).toList();
        for (int i = 1; i < inTurn.size(); i++) {
            long before = inTurn.get(i - 1).byeAt();
            assertThat(inTurn.get(i).lastPictureAt()).isGreaterThan(before);
        }
        assertThat(visits.stream().map(Visit::retryAfterMillis).distinct())
                .as("when they are to come back")
                .hasSizeGreaterThan(1);
    }

    private static List<Visit> told(List<Future<Visit>> visits) throws Exception {
        List<Visit> told = new ArrayList<>();
        for (Future<Visit> visit : visits) {
            told.add(visit.get(60, TimeUnit.SECONDS));
        }
        return told;
    }

    private static String state(URL server) throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(at(server, "/admin/drain")).header("Authorization", "Bearer " + TOKEN));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<String> post(URL server) throws Exception {
        return send(HttpRequest.newBuilder(at(server, "/admin/drain"))
                .header("Authorization", "Bearer " + TOKEN)
                .POST(BodyPublishers.noBody()));
    }

    private static HttpResponse<String> get(URL server, String path) throws Exception {
        return send(HttpRequest.newBuilder(at(server, path)));
    }

    private static URI at(URL server, String path) {
        return URI.create("http://127.0.0.1:" + server.getPort() + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    }

    /** The end of a visit: the last picture, the goodbye, and the code with which it was closed. */
    private record Visit(long lastPictureAt, JsonObject bye, int closeCode) {

        static Visit of(BareClient client) throws Exception {
            long lastPictureAt = 0;
            JsonObject frame = RestClient.parsed(client.text()).asJsonObject();
            while (!frame.getString("type").equals("bye")) {
                boolean isPicture = frame.getString("type").equals("patch")
                        || frame.getString("type").equals("snapshot");
                lastPictureAt = isPicture ? at(frame) : lastPictureAt;
                frame = RestClient.parsed(client.text()).asJsonObject();
            }
            return new Visit(lastPictureAt, frame, client.closeCode());
        }

        long byeAt() {
            return at(bye);
        }

        long retryAfterMillis() {
            return bye.getJsonNumber("retry_after_ms").longValueExact();
        }

        private static long at(JsonObject frame) {
            return frame.getJsonNumber("ts").longValueExact();
        }
    }
}
