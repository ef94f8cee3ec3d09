package org.tickcast.it.admission;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
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

/** An API key gets a token, the token gets in, and its plan holds. */
@ExtendWith(ArquillianExtension.class)
class IssuedTokenIT {

    private static final String PATH = "/auth/token";

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @ParameterizedTest
    @CsvSource({
        "test-api-key-free,       user_free_001, free",
        "test-api-key-pro,        user_pro_001,  professional",
        "test-api-key-enterprise, user_ent_001,  enterprise",
    })
    void a_key_gets_a_token_of_its_user_that_opens_a_channel(String key, String user, String plan) throws IOException {
        PostClient.Answer answer = from("127.7.4.1").json(PATH, "{}", "X-API-Key: " + key);

        JsonObject body = RestClient.parsed(answer.body());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(body.keySet()).containsExactly("access_token", "expires_in", "token_type", "user_id", "plan");
        assertThat(body.getInt("expires_in")).isEqualTo(3_600);
        assertThat(body.getString("token_type")).isEqualTo("Bearer");
        assertThat(body.getString("user_id")).isEqualTo(user);
        assertThat(body.getString("plan")).isEqualTo(plan);
        try (BareClient client = BareClient.from("127.7.4.1", server)
                .upgrade("/ws/test/who-am-i?token=" + body.getString("access_token"))) {
            assertThat(client.text()).isEqualTo(user);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Nothing: x",
                "X-API-Key:",
                "X-API-Key: wrong",
                "X-API-Key: test-api-key-fre",
                "X-API-Key: test-api-key-freee",
                "X-API-Key: TEST-API-KEY-FREE",
                "X-API-Key: the-token-of-the-tests",
                "X-API-Key: test-api-key-free\r\nX-API-Key: test-api-key-free",
                "Authorization: Bearer test-api-key-free"
            })
    void whatever_is_wrong_with_a_key_the_answer_is_the_same(String header) throws IOException {
        PostClient.Answer wrong = from("127.7.4.2").json(PATH, "{}", header);

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(wrong.body())
                .isEqualTo(from("127.7.4.2").json(PATH, "{}").body())
                .contains("\"code\":\"api-key-invalid\"")
                .doesNotContain("test-api-key", "the-token");
    }

    @Test
    void an_address_may_guess_so_often_and_is_then_told_when_to_come_back() throws IOException {
        PostClient.Answer answer = from("127.7.4.3").json(PATH, "{}", "X-API-Key: guess");
        for (int i = 0; i < 100 && answer.status() == 401; i++) {
            answer = from("127.7.4.3").json(PATH, "{}", "X-API-Key: guess-" + i);
        }

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.body()).contains("\"code\":\"token-rate\"");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"crowd-1", "crowd-2", "crowd-3"})
    void two_hundred_handshakes_of_a_free_user_get_two_places_and_lose_none(String user) throws Exception {
        String token = TestTokens.of("{\"sub\":\"" + user + "\",\"plan\":\"free\"}");
        ExecutorService crowd = Executors.newFixedThreadPool(50);
        try {
            List<BareClient> admitted = admittedOf(crowd, token);

            assertThat(admitted).hasSize(2);
            for (BareClient client : admitted) {
                client.sayGoodbye();
            }
        } finally {
            crowd.shutdownNow();
        }
        try (BareClient one = awaitPlace(token);
                BareClient two = awaitPlace(token);
                BareClient three = open(token)) {
            assertThat(List.of(one.isOpen(), two.isOpen())).containsOnly(true);
            assertThat(three.status()).isEqualTo(429);
        }
    }

    /** From a hundred addresses, so that no address is full. */
    private List<BareClient> admittedOf(ExecutorService crowd, String token) throws Exception {
        List<Callable<BareClient>> attempts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String address = "127.7.5." + (1 + i % 100);
            attempts.add(() -> BareClient.from(address, server).upgrade("/ws/index", "Authorization: Bearer " + token));
        }
        List<BareClient> admitted = new ArrayList<>();
        for (Future<BareClient> attempt : crowd.invokeAll(attempts)) {
            BareClient client = attempt.get();
            if (client.isOpen()) {
                admitted.add(client);
            } else {
                assertThat(client.status()).isEqualTo(429);
                assertThat(client.body()).contains("\"code\":\"user-limit\"");
                client.close();
            }
        }
        return admitted;
    }

    /** The server hears of an end a moment after the client: so we ask until it lets us in. */
    private BareClient awaitPlace(String token) throws IOException {
        for (int i = 0; i < 2_000; i++) {
            BareClient client = open(token);
            if (client.isOpen()) {
                return client;
            }
            client.close();
        }
        throw new AssertionError("No place became free");
    }

    private BareClient open(String token) throws IOException {
        return BareClient.from("127.7.4.4", server).upgrade("/ws/index", "Authorization: Bearer " + token);
    }

    private PostClient from(String address) {
        return new PostClient(address, server);
    }
}
