package org.tickcast.it.stay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tickcast.admission.jwt.IssuedToken;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.HubTalker;
import org.tickcast.testing.server.JarProcess;

/** The audit log tells who came and who did not, and neither it nor anything else repeats what was shown. */
@SuppressWarnings("NullAway.Init") // Filled before all tests.
class AuditIT {

    private static final String CANARY = "canary";
    private static final String SHARED = "canary-of-the-shared-token";

    private static JarProcess tickcast;
    private static URL server;

    private final List<String> answers = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        tickcast = JarProcess.start(
                Map.of(),
                "-Dtickcast.audit=true",
                "-Dtickcast.auth.token=" + SHARED,
                "-Dtickcast.hub.rooms=floor",
                "-Dtickcast.auth.jwt.secret=canary-of-the-secret-of-these-tests",
                "-Dtickcast.limits.connects-per-ip-per-minute=1000000");
        server = tickcast.awaitReady();
    }

    @AfterAll
    static void stop() throws Exception {
        tickcast.close();
    }

    @Test
    void whatever_is_shown_and_wherever_no_log_and_no_answer_repeats_it() throws Exception {
        IssuedToken foreign = Tokens.of("lan", Tokens.LONG);
        String garbled = foreign.text().replace('.', ':') + ".canary.x";

        refused("/ws/market", "Authorization: Bearer canary-in-header");
        refused("/ws/market", "Authorization: Bearer canary-one", "Authorization: Bearer canary-two");
        refused("/ws/market", "Authorization: Basic canary");
        refused("/ws/market?token=canary-in-query");
        refused("/ws/market?session_token=canary-in-query&access_token=canary-too");
        refused("/ws/market?ticket=canary-ticket");
        refused("/ws/market", "Sec-WebSocket-Protocol: bearer, canary-as-protocol");
        refused("/ws/market", "Authorization: Bearer " + garbled);
        refused("/ws/market", "Authorization: Bearer " + foreign.text());
        refused("/ws/market", "Origin: https://canary:canary@example.com", "Authorization: Bearer " + SHARED);
        refused("/ws/canary?token=canary");
        ask("/api/market/snapshot?token=canary-in-query", "canary-in-header");
        ask("/ws/preflight?path=/ws/market&ticket=canary-ticket", "canary-in-header");
        ask("/admin/revocations?token=canary-in-query", "canary-in-header");
        ask("/auth/ticket?token=canary-in-query", "canary-in-header");
        ask("/auth/token?token=canary-in-query", "canary-in-header");
        ask("/api/ingest?token=canary-in-query", "canary-in-header");
        try (BareClient client = BareClient.from("127.6.2.1", server).upgrade("/ws/market?token=" + SHARED)) {
            client.sendText("{\"type\":\"auth\",\"token\":\"canary-in-message\"}");
            assertThat(client.closeCode()).isEqualTo(4002);
        }

        awaitLine("\"event\":\"renewal-refused\"");
        awaitLine("\"event\":\"closed\"");
        assertThat(answers).hasSize(17).noneMatch(answer -> answer.contains(CANARY) || answer.contains(foreign.text()));
        assertThat(tickcast.lines())
                .noneMatch(line -> line.contains(CANARY) || line.contains(foreign.text()) || line.contains(garbled));
    }

    @Test
    void who_comes_and_goes_is_on_record_from_beginning_to_end() throws Exception {
        try (BareClient client = BareClient.from("127.6.2.2", server)
                .upgrade("/ws/index", "Authorization: Bearer " + SHARED, "Origin: http://localhost")) {
            client.text();
            client.sayGoodbye();
        }

        String left = awaitLine("\"event\":\"left\"", "127.6.2.2");
        String admitted = awaitLine("\"event\":\"admitted\"", "127.6.2.2");
        assertThat(admitted).startsWith("{").contains("\"door\":\"index\"", "\"kind\":\"shared\"", "\"origin\":");
        assertThat(left).contains("\"code\":1000").contains(connection(admitted));
    }

    @Test
    void so_is_who_talks_on_the_hub_but_not_what_he_says() throws Exception {
        try (HubTalker guest = HubTalker.over(
                BareClient.from("127.6.2.4", server).upgrade("/ws", "Authorization: Bearer " + SHARED))) {
            String name = String.valueOf(
                    guest.joins("floor").says("{'type':'rooms'}").hears("rooms").get("user_id"));
            guest.chats("floor", "canary in a room").hears("chat");
            guest.says("{'type':'chat','payload':{'room_id':'canary','message':'canary'}}");
            guest.hearsError();
            guest.socket().sayGoodbye();

            String left = awaitLine("\"event\":\"left\"", "127.6.2.4");
            String admitted = awaitLine("\"event\":\"admitted\"", "127.6.2.4");
            assertThat(admitted).contains("\"door\":\"hub\"", "\"kind\":\"shared\"");
            assertThat(left).contains("\"door\":\"hub\"", "\"code\":1000").contains(connection(admitted));
            assertThat(tickcast.lines()).noneMatch(line -> line.contains(CANARY) || line.contains(name));
        }
        try (BareClient refused = BareClient.from("127.6.2.5", server).upgrade("/ws?token=wrong")) {
            assertThat(refused.status()).isEqualTo(401);
        }
        assertThat(awaitLine("\"event\":\"refused\"", "127.6.2.5"))
                .contains("\"door\":\"hub\"", "token-invalid")
                .doesNotContain("wrong");
    }

    @Test
    void a_client_that_vanishes_ends_oddly() throws Exception {
        BareClient client =
                BareClient.from("127.6.2.3", server).upgrade("/ws/market", "Authorization: Bearer " + SHARED);
        client.text();
        client.vanish();

        assertThat(awaitLine("\"event\":\"closed\"", "127.6.2.3")).containsPattern("\"code\":(1006|1011)");
    }

    private void refused(String pathAndQuery, String... headers) throws IOException {
        try (BareClient client = BareClient.from("127.6.2.1", server).upgrade(pathAndQuery, headers)) {
            assertThat(client.status()).as(pathAndQuery).isBetween(400, 499);
            answers.add(client.body());
        }
    }

    private static boolean wantsPost(String path) {
        return Stream.of("/admin", "/auth", "/api/ingest").anyMatch(path::startsWith);
    }

    private void ask(String pathAndQuery, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + pathAndQuery))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("X-API-Key", "canary-key")
                .method(wantsPost(pathAndQuery) ? "POST" : "GET", BodyPublishers.noBody())
                .build();
        answers.add(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body());
    }

    private static String connection(String line) {
        return line.replaceFirst(".*(\"connection\":\\d+).*", "$1");
    }

    /** Waits for a line that has all of this. */
    private static String awaitLine(String... parts) throws InterruptedException {
        return tickcast.awaitLine(line -> List.of(parts).stream().allMatch(line::contains));
    }
}
