package org.tickcast.it.stay;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.admission.jwt.IssuedToken;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.HubTalker;
import org.tickcast.testing.server.JarProcess;
import org.tickcast.testing.server.PictureClient;

/** Who is in stays in as long as the token is good, and can show a new one in time. */
@SuppressWarnings("NullAway.Init") // Filled before all tests.
class StayIT {

    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration SHORT_NO_MORE = Duration.ofSeconds(16);
    private static final String SHARED = "the-token-that-many-show";

    private static JarProcess tickcast;
    private static URL server;

    @BeforeAll
    static void start() throws Exception {
        tickcast = JarProcess.start(
                Map.of(),
                "-Dtickcast.auth.token=" + SHARED,
                "-Dtickcast.auth.jwt.secret=" + Tokens.SECRET,
                "-Dtickcast.auth.jwt.clock-skew=PT0S",
                "-Dtickcast.auth.expiry-grace=PT0S",
                "-Dtickcast.auth.anonymous=index,hub",
                "-Dtickcast.hub.rooms=floor",
                "-Dtickcast.limits.connections-per-ip=100",
                "-Dtickcast.limits.connects-per-ip-per-minute=1000000");
        server = tickcast.awaitReady();
    }

    @AfterAll
    static void stop() throws Exception {
        tickcast.close();
    }

    @Test
    void a_socket_is_closed_when_its_token_has_expired() throws IOException {
        try (BareClient client = briefly("lan", StayIT::open)) {
            assertThat(client.closeCode()).isEqualTo(4003);
        }
    }

    @Test
    void one_of_the_hub_too_and_not_before() throws IOException {
        try (HubTalker brief = briefly("brief", token -> onHub(token).joins("floor"));
                HubTalker other = onHub(Tokens.of("other", Tokens.LONG).text()).joins("floor")) {
            assertThat(brief.socket().closeCode()).isEqualTo(4003);

            other.chats("floor", "still here").hears("chat");
        }
    }

    @Test
    void on_the_hub_who_comes_in_without_a_token_is_a_guest_among_others() throws IOException {
        try (HubTalker one = guest("127.6.0.21").joins("floor");
                HubTalker other = guest("127.6.0.22").joins("floor")) {
            one.chats("floor", "hello");

            Object from = other.hears("chat").get("from");
            assertThat(String.valueOf(from)).matches("guest:[0-9a-f]{12}");
            other.chats("floor", "hello to you");
            one.hears("chat");
            assertThat(one.hears("chat").get("from")).isNotEqualTo(from);
        }
    }

    private static HubTalker guest(String address) throws IOException {
        return HubTalker.over(BareClient.from(address, server).upgrade("/ws", "Origin: http://localhost"));
    }

    private static HubTalker onHub(String token) throws IOException {
        return HubTalker.over(BareClient.from("127.6.0.20", server).upgrade("/ws", Tokens.inHeader(token)));
    }

    @Test
    void a_client_of_v1_is_told_goodbye_first() throws IOException {
        try (PictureClient client = briefly("oanh", StayIT::withPicture)) {
            JsonObject bye = client.next("bye");

            assertThat(bye.getInt("code")).isEqualTo(4003);
            assertThat(bye.getString("reason")).isEqualTo("token-expired");
            assertThat(bye.getInt("retry_after_ms")).isZero();
            assertThat(client.socket().closeFrame()).startsWith("4003 ");
        }
    }

    @Test
    void a_client_that_shows_a_new_token_in_time_stays() throws IOException {
        IssuedToken next = Tokens.of("minh", Tokens.LONG);
        try (BareClient renewing = briefly("minh", token -> renewed(token, next.text()))) {
            try (BareClient later = briefly("minh", StayIT::open)) {
                assertThat(later.closeCode()).isEqualTo(4003);
            }
            assertThat(renewing.text()).isNotEmpty();
            renewing.sendText(Tokens.inMessage(next.text()));
            assertThat(renewing.textWith("\"auth\"")).contains("\"ok\":true");
        }
    }

    @Test
    void a_token_of_another_user_closes_the_socket() throws IOException {
        try (BareClient client = open(Tokens.of("thu", Tokens.LONG).text())) {
            client.sendText(Tokens.inMessage(Tokens.of("hoa", Tokens.LONG).text()));

            assertThat(client.closeCode()).isEqualTo(4002);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "guess", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJodW5nIn0."})
    void a_token_that_is_none_closes_the_socket(String token) throws IOException {
        try (BareClient client = open(Tokens.of("hung", Tokens.LONG).text())) {
            client.sendText(Tokens.inMessage(token));

            assertThat(client.closeCode()).isEqualTo(4002);
        }
    }

    @Test
    void who_came_in_with_the_token_that_many_show_is_nobody_to_become_somebody() throws IOException {
        try (BareClient client = open(SHARED)) {
            client.sendText(Tokens.inMessage(Tokens.of("linh", Tokens.LONG).text()));

            assertThat(client.closeCode()).isEqualTo(4002);
        }
    }

    @Test
    void who_came_in_without_a_token_is_nobody_either() throws IOException {
        try (BareClient client =
                BareClient.from("127.6.0.1", server).upgrade("/ws/index", "Origin: http://localhost")) {
            client.sendText(Tokens.inMessage(Tokens.of("linh", Tokens.LONG).text()));

            assertThat(client.closeCode()).isEqualTo(4002);
        }
    }

    @Test
    void the_token_that_many_show_may_be_shown_again_and_never_ends() throws IOException {
        try (BareClient client = open(SHARED)) {
            client.sendText(Tokens.inMessage(SHARED));

            assertThat(client.textWith("\"auth\"")).isEqualTo("{\"type\":\"auth\",\"ok\":true,\"expires_at\":null}");
        }
    }

    @Test
    void that_pages_come_in_without_a_token_is_said_at_the_start() {
        assertThat(tickcast.lines())
                .anyMatch(line -> line.endsWith("Pages need no token for hub, index (tickcast.auth.anonymous)"));
    }

    @Test
    void revoking_a_user_closes_his_sockets_and_nobody_elses() throws Exception {
        IssuedToken spared = Tokens.of("spared", Tokens.LONG);
        try (BareClient one = open(Tokens.of("an", Tokens.LONG).text());
                BareClient two = open(Tokens.of("an", Tokens.LONG).text());
                BareClient other = open(spared.text())) {
            assertThat(revoke("{\"user\":\"an\"}").statusCode()).isEqualTo(200);

            assertThat(one.closeCode()).isEqualTo(4002);
            assertThat(two.closeCode()).isEqualTo(4002);
            other.sendText(Tokens.inMessage(spared.text()));
            assertThat(other.textWith("\"auth\"")).contains("\"ok\":true");
        }
    }

    @Test
    void revoking_one_token_leaves_the_users_other_one() throws Exception {
        IssuedToken lost = Tokens.of("binh", Tokens.LONG);
        IssuedToken kept = Tokens.of("binh", Tokens.LONG);
        try (BareClient withLost = open(lost.text());
                BareClient withKept = open(kept.text())) {
            HttpResponse<String> answer = revoke("{\"token_id\":\"" + lost.id() + "\"}");

            assertThat(answer.body()).isEqualTo("{\"token_id\":\"" + lost.id() + "\"}");
            assertThat(withLost.closeCode()).isEqualTo(4002);
            withKept.sendText(Tokens.inMessage(kept.text()));
            assertThat(withKept.textWith("\"auth\"")).contains("\"ok\":true");
            try (BareClient again =
                    BareClient.from("127.6.0.1", server).upgrade("/ws/market", Tokens.inHeader(lost.text()))) {
                assertThat(again.status()).isEqualTo(401);
                assertThat(again.body()).contains("\"code\":\"token-revoked\"");
            }
        }
    }

    @Test
    void a_moment_can_be_named_before_which_nothing_counts_that_was_issued() throws Exception {
        // Tokens say when they were issued to the second, so this moment spares those of the other tests.
        Instant longAgo = Instant.now().minusSeconds(3600);
        String old = Tokens.issuedAt("old", longAgo.minusSeconds(60));
        try (BareClient client = open(old)) {
            HttpResponse<String> answer = revoke("{\"issued_before\":\"" + longAgo + "\"}");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"issued_before\":\"" + longAgo + "\"}");
            assertThat(client.closeCode()).isEqualTo(4002);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"user\":\"\"}",
                "{\"user\":1}",
                "{\"user\":\"a\",\"user\":\"b\"}",
                "{\"user\":\"a\",\"token_id\":\"b\"}",
                "{\"everybody\":\"yes\"}",
                "{\"issued_before\":\"yesterday\"}",
                "{\"issued_before\":\"2999-01-01T00:00:00Z\"}"
            })
    void what_does_not_say_clearly_what_to_revoke_revokes_nothing(String body) throws Exception {
        HttpResponse<String> answer = revoke(body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"bad-parameter\"");
    }

    @Test
    void who_is_no_operator_revokes_nothing() throws Exception {
        String body = "{\"user\":\"an\"}";

        assertThat(post(body, "").body()).contains("\"code\":\"token-missing\"");
        assertThat(post(body, "guess").body()).contains("\"code\":\"token-invalid\"");
        HttpResponse<String> roleless = post(body, Tokens.of("lan", Tokens.LONG).text());
        assertThat(roleless.statusCode()).isEqualTo(403);
        assertThat(roleless.body()).contains("\"code\":\"role-required\"");
        assertThat(post(body, SHARED).statusCode()).isEqualTo(403);
    }

    @Test
    void an_operators_token_counts_in_the_header_only() throws Exception {
        String inQuery = "/admin/revocations?token="
                + Tokens.of("root", Tokens.LONG, "admin").text();

        HttpResponse<String> answer = send(request(inQuery, "{\"user\":\"an\"}"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"token-missing\"");
    }

    @Test
    void anything_else_below_admin_is_a_problem_in_our_words() throws Exception {
        String token = Tokens.of("root", Tokens.LONG, "admin").text();

        HttpResponse<String> nowhere = send(request("/admin/nowhere", "{}").header("Authorization", "Bearer " + token));
        HttpResponse<String> wrongMethod = send(HttpRequest.newBuilder(at("/admin/revocations"))
                .header("Authorization", "Bearer " + token)
                .GET());

        assertThat(nowhere.body()).contains("\"code\":\"no-such-path\"");
        assertThat(wrongMethod.body()).contains("\"code\":\"wrong-method\"");
        assertThat(wrongMethod.headers().firstValue("Allow")).isPresent();
    }

    @Test
    void a_server_that_plays_no_tape_has_no_handles_of_one() throws Exception {
        String token = Tokens.of("root", Tokens.LONG, "admin").text();

        HttpResponse<String> asked = send(HttpRequest.newBuilder(at("/admin/tape"))
                .header("Authorization", "Bearer " + token)
                .GET());
        HttpResponse<String> paused = send(request("/admin/tape/pause", "").header("Authorization", "Bearer " + token));

        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body()).contains("\"code\":\"no-tape\"", "\"reconnect\":\"never\"");
        assertThat(paused.statusCode()).isEqualTo(409);
    }

    /**
     * A client with a token that ends soon: as soon as this machine allows, since a token that is over before its
     * client has come in proves nothing.
     */
    private static <T> T briefly(String user, WayIn<T> wayIn) throws IOException {
        for (Duration lifetime = SHORT; ; lifetime = lifetime.multipliedBy(2)) {
            try {
                return wayIn.with(Tokens.of(user, lifetime).text());
            } catch (IOException tooLate) {
                if (lifetime.compareTo(SHORT_NO_MORE) >= 0) {
                    throw tooLate;
                }
            }
        }
    }

    private interface WayIn<T> {
        T with(String token) throws IOException;
    }

    private static BareClient open(String token) throws IOException {
        BareClient client = BareClient.from("127.6.0.1", server).upgrade("/ws/market", Tokens.inHeader(token));
        if (!client.isOpen()) {
            throw new IOException("Refused with " + client.status() + ": " + client.body());
        }
        return client;
    }

    private static BareClient renewed(String token, String next) throws IOException {
        BareClient client = open(token);
        client.sendText(Tokens.inMessage(next));
        assertThat(client.textWith("\"auth\"")).startsWith("{\"type\":\"auth\",\"ok\":true,\"expires_at\":\"");
        return client;
    }

    private static PictureClient withPicture(String token) throws IOException {
        PictureClient client = PictureClient.with(token, "127.6.0.2", server, "/ws/market");
        client.next("hello");
        return client;
    }

    private static HttpResponse<String> revoke(String body) throws Exception {
        return post(body, Tokens.of("root", Tokens.LONG, "admin").text());
    }

    private static HttpResponse<String> post(String body, String token) throws Exception {
        return send(request("/admin/revocations", body).header("Authorization", "Bearer " + token));
    }

    private static HttpRequest.Builder request(String path, String body) {
        return HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private static URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getPort() + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    }
}
