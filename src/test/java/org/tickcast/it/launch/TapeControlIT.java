package org.tickcast.it.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.Trade;
import org.tickcast.market.TradingSession;
import org.tickcast.testing.TapeFile;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.JarProcess;

/** An operator has the tape in hand, and everybody who watches sees it. The tape has a trade of 100 shares each second. */
@SuppressWarnings("NullAway.Init") // Filled before all tests.
class TapeControlIT {

    private static final String TOKEN = "the-token-of-who-operates-it-0123";
    private static final String HEADER = "Authorization: Bearer " + TOKEN;
    private static final String VOLUME = "\"symbol\":\"FPT\",\"total_volume\":";

    private static JarProcess tickcast;
    private static URL server;

    @BeforeAll
    static void play(@TempDir Path tapes) throws Exception {
        TapeFile.write(tapes.resolve("tape-000001-2026-02-11.ndjson.gz"), trades(3_000));
        tickcast = JarProcess.start(
                Map.of(),
                "-Dtickcast.feed=tape",
                "-Dtickcast.tape.path=" + tapes,
                "-Dtickcast.audit=true",
                "-Dtickcast.auth.tokens=ops,viewer",
                "-Dtickcast.auth.tokens.ops=" + TOKEN,
                "-Dtickcast.auth.tokens.ops.roles=admin",
                "-Dtickcast.auth.tokens.viewer=the-token-of-who-only-watches-0123");
        server = tickcast.awaitReady();
    }

    @AfterAll
    static void stop() throws Exception {
        tickcast.close();
    }

    @Test
    @Timeout(120)
    void it_is_paused_moved_while_it_stands_and_goes_on_and_after_its_end_too() throws Exception {
        try (BareClient client = BareClient.from("127.0.0.1", server).upgrade("/ws/market", HEADER)) {
            assertThat(post("pause", "").body()).contains("\"paused\":true");
            seek(2_000);
            client.textWith(VOLUME + "200000");
            assertThat(state())
                    .isEqualTo("{\"position\":\"2026-02-11T10:33:19.000000+07:00\",\"paused\":true,\"ended\":false}");

            seek(100);
            String frame = client.textWith(VOLUME + "10000");
            assertThat(state())
                    .isEqualTo("{\"position\":\"2026-02-11T10:01:39.000000+07:00\",\"paused\":true,\"ended\":false}");

            assertThat(post("resume", "").body()).contains("\"paused\":false");
            while (frame.contains(VOLUME + "10000")) {
                frame = client.text();
            }
            assertThat(frame).contains(VOLUME + "10");

            seek(9_999);
            client.textWith("\"connected\":false");
            assertThat(state()).contains("\"position\":\"2026-02-11T10:49:59", "\"ended\":true");

            post("pause", "");
            seek(50);
            client.textWith("\"connected\":true");
            client.textWith(VOLUME + "5000");
            assertThat(state()).contains("\"paused\":true,\"ended\":false");
        }
        String line = tickcast.awaitLine(printed -> printed.contains("\"command\":\"seek\""));
        assertThat(line).contains("\"event\":\"tape\"", "\"who\":\"ops\"", "\"to\":\"2026-02-11T03:33:20Z\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"to\":\"soon\"}", "{\"to\":1}", "{\"from\":\"2026-02-11T03:00:00Z\"}"})
    void where_to_has_to_be_said_clearly(String body) throws Exception {
        HttpResponse<String> answer = post("seek", body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"code\":\"bad-parameter\"");
    }

    @Test
    void who_is_no_operator_has_no_hand_on_it() throws Exception {
        HttpRequest.Builder pause = HttpRequest.newBuilder(at("/pause")).POST(BodyPublishers.noBody());

        assertThat(send(pause).statusCode()).isEqualTo(401);
        assertThat(send(pause.header("Authorization", "Bearer the-token-of-who-only-watches-0123"))
                        .body())
                .contains("\"code\":\"role-required\"");
    }

    private static List<MarketEvent> trades(int seconds) {
        return IntStream.range(0, seconds)
                .<MarketEvent>mapToObj(i -> new Trade(FPT, 98_500, 100, TradingSession.CONTINUOUS, TEN.plusSeconds(i)))
                .toList();
    }

    private static void seek(int second) throws Exception {
        assertThat(post("seek", "{\"to\":\"" + TEN.plusSeconds(second) + "\"}").statusCode())
                .isEqualTo(200);
    }

    private static String state() throws Exception {
        return send(HttpRequest.newBuilder(at("")).header("Authorization", "Bearer " + TOKEN))
                .body();
    }

    private static HttpResponse<String> post(String handle, String body) throws Exception {
        return send(HttpRequest.newBuilder(at("/" + handle))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getPort() + "/admin/tape" + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    }
}
