package org.tickcast.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.JarProcess;

/** The first thing a newcomer does: start it with nothing configured. */
@SuppressWarnings("NullAway.Init") // Filled before all tests.
class FirstStartIT {

    private static JarProcess tickcast;
    private static URL server;
    private static List<String> startLog;

    @BeforeAll
    static void start() throws Exception {
        tickcast = JarProcess.start(Map.of());
        server = tickcast.awaitReady();
        startLog = tickcast.lines();
    }

    @AfterAll
    static void stop() throws Exception {
        tickcast.close();
    }

    @Test
    void the_log_ends_with_a_URL_and_a_freshly_made_token() {
        assertThat(startLog.get(startLog.size() - 1))
                .contains("http://localhost:" + server.getPort() + "/?token=" + tickcast.shownToken());
        assertThat(tickcast.shownToken()).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void the_log_of_the_start_is_short_and_has_nothing_alarming_in_it() {
        assertThat(startLog)
                .hasSizeLessThan(10)
                .noneMatch(line -> line.contains("WARNING") || line.contains("SEVERE") || line.contains("ERROR"))
                .noneMatch(line -> line.contains("Exception") || line.startsWith("\tat "))
                .noneMatch(line -> line.toLowerCase(java.util.Locale.ROOT).contains("hazelcast"));
    }

    @Test
    void the_token_opens_the_three_channels() throws Exception {
        for (String path : List.of("/ws/market", "/ws/foreign", "/ws/index")) {
            try (BareClient client =
                    BareClient.from("127.0.0.1", server).upgrade(path + "?token=" + tickcast.shownToken())) {
                assertThat(client.text()).startsWith("{");
            }
        }
    }

    @Test
    void without_the_token_they_stay_shut() throws Exception {
        try (BareClient client = BareClient.from("127.0.0.1", server).upgrade("/ws/market")) {
            assertThat(client.status()).isEqualTo(401);
        }
    }

    @Test
    void the_page_is_at_the_root() throws Exception {
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(server.toURI()).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Tickcast");
    }
}
