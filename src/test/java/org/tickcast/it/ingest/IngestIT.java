package org.tickcast.it.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickcast.it.rest.DocumentedShape;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.Producer;
import org.tickcast.testing.server.RestClient;
import org.tickcast.testing.server.TestedServer;
import org.tickcast.testing.server.TickcastWar;
import org.tickcast.testing.server.TyrusClient;

/** What producers push in is on the channels; what they do wrong they are told, and nobody else notices. */
@ExtendWith(ArquillianExtension.class)
@SuppressWarnings("NullAway.Init") // Filled before each test.
class IngestIT {

    private static final String ADDRESS = "127.7.0.1";
    private static final int ROOM = 1_000;
    /** The beginning of a piece of a body that is longer than any number says. */
    private static final String NO_CHUNK = "f".repeat(20) + "\r\n";

    private static final int MOST_TRIES = 1_000;

    @ArquillianResource
    private URL server;

    private Producer producer;
    private RestClient rest;

    @Deployment(testable = false)
    @TargetsContainer("ingest")
    static WebArchive tickcast() {
        return TickcastWar.withPolicyOfOnesOwn();
    }

    @BeforeEach
    void makeClients() {
        producer = new Producer(server);
        rest = new RestClient(server);
    }

    @Test
    void a_trade_that_is_posted_is_on_the_market_channel() throws Exception {
        try (TyrusClient market = new TyrusClient(server, "/ws/market")) {
            HttpResponse<String> answer = producer.push(trade("FPT", 98_500, 300));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(answer.body())
                    .isEqualTo("{\"accepted\":1,\"rejected\":0,\"lines\":1,\"errors\":[],\"errors_omitted\":0}");
            awaitVolume(market, "FPT", 300);
        }
    }

    @Test
    void events_happen_while_the_request_is_still_open() throws Exception {
        try (TyrusClient market = new TyrusClient(server, "/ws/market");
                BareClient open = producer.begin(ADDRESS, Producer.TOKEN)) {
            String line = trade("VNM", 60_000, 100);
            open.sendChunk(line + line.substring(0, 20));
            awaitVolume(market, "VNM", 100);

            open.sendChunk(line.substring(20));
            awaitVolume(market, "VNM", 200);

            open.sendChunk("").answer();
            assertThat(open.status()).isEqualTo(200);
            assertThat(open.body()).startsWith("{\"accepted\":2,");
        }
    }

    @Test
    void ten_thousand_events_in_one_request_all_happen_although_there_is_room_for_a_thousand() throws Exception {
        HttpResponse<String> answer =
                producer.push(trade("HPG", 25_000, 1).repeat(10_000).strip());

        assertThat(report(answer).getInt("accepted")).isEqualTo(10_000);
        try (TyrusClient market = new TyrusClient(server, "/ws/market")) {
            awaitVolume(market, "HPG", 10_000);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"price\":24500  | \"price\":NaN                | line",
                "\"price\":24500  | \"price\":\"NaN\"            | price",
                "\"price\":24500  | \"price\":-24500             | event",
                "\"volume\":1     | \"volume\":0                 | event",
                "\"volume\":1     | \"volume\":9223372036854775808 | volume",
                "\"type\":\"trade\" | \"type\":\"rumour\"       | type",
                "\"price\":24500  | \"price\":24500,\"price\":24500 | price",
                "\"price\":24500, | ``                           | price",
                "{                  | not JSON at all {            | line",
            })
    void a_bad_line_is_named_and_loses_only_itself(String right, String wrong, String field) throws Exception {
        String good = trade("ACB", 24_500, 1);

        HttpResponse<String> answer = producer.push(good + "\r\n" + good.replace(right, wrong) + good.strip());

        assertThat(answer.statusCode()).isEqualTo(207);
        JsonObject report = report(answer);
        assertThat(report.getInt("accepted")).isEqualTo(2);
        assertThat(report.getInt("rejected")).isEqualTo(1);
        assertThat(report.getInt("lines")).isEqualTo(4);
        JsonObject error = report.getJsonArray("errors").getJsonObject(0);
        assertThat(error.getInt("line")).isEqualTo(3);
        assertThat(error.getString("field")).as(answer.body()).isEqualTo(field);
        assertThat(error.getString("message")).isNotBlank().hasSizeLessThan(300);
    }

    @Test
    void a_line_of_a_megabyte_is_one_bad_line() throws Exception {
        String good = trade("ACB", 24_500, 1);

        HttpResponse<String> answer = producer.push(good + "x".repeat(1 << 20) + "\n" + good);

        assertThat(answer.statusCode()).isEqualTo(207);
        assertThat(report(answer).getInt("accepted")).isEqualTo(2);
        assertThat(answer.body()).contains("line must be at most 65536 bytes").hasSizeLessThan(500);
    }

    @Test
    void of_many_bad_lines_a_hundred_are_told() throws Exception {
        HttpResponse<String> answer = producer.push("rubbish\n".repeat(1_000));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(report(answer).getString("code")).isEqualTo("nothing-accepted");
        assertThat(report(answer).getJsonArray("errors")).hasSize(100);
        assertThat(report(answer).getInt("errors_omitted")).isEqualTo(900);
    }

    @Test
    void a_clock_that_jumps_back_is_the_producer_s_affair() throws Exception {
        String line = trade("MWG", 70_000, 10);
        String earlier = line.replace("2026-11-20", "2026-11-19");

        assertThat(report(producer.push(line + earlier + line)).getInt("accepted"))
                .isEqualTo(3);

        try (TyrusClient market = new TyrusClient(server, "/ws/market")) {
            awaitVolume(market, "MWG", 30);
        }
    }

    @Test
    void an_empty_body_is_no_mistake() throws Exception {
        assertThat(producer.push("").statusCode()).isEqualTo(200);
        assertThat(producer.push("\n\n").statusCode()).isEqualTo(200);
    }

    @Test
    void only_the_producers_token_opens_it_and_it_opens_nothing_else() throws Exception {
        String line = trade("ACB", 24_500, 1);
        String mine = "Bearer " + Producer.TOKEN;

        assertProblem(producer.ask("POST", Producer.PATH, line), 401, "token-missing");
        assertProblem(producer.ask("POST", Producer.PATH + "?token=" + Producer.TOKEN, line), 401, "token-missing");
        assertProblem(
                producer.ask("POST", Producer.PATH, line, "Authorization", "Bearer " + TickcastWar.TOKEN),
                401,
                "token-invalid");
        for (String path : List.of("/api/market/snapshot", "/api", "/api/ingest/", "/api/ingest/x")) {
            assertProblem(producer.ask("GET", path, "", "Authorization", mine), 401, "token-invalid");
        }
        try (BareClient socket = BareClient.from(ADDRESS, server).upgrade("/ws/market", "Authorization: " + mine)) {
            assertThat(socket.status()).isEqualTo(401);
        }
    }

    @Test
    void who_has_not_the_token_is_refused_while_the_body_is_still_to_come() throws Exception {
        try (BareClient stranger =
                producer.begin(ADDRESS, "a-guess").sendChunk("{").answer()) {
            assertThat(stranger.status()).isEqualTo(401);
            assertThat(stranger.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"tickcast\"");
            assertThat(stranger.header("Connection")).isEqualTo("close");
            assertThat(stranger.body()).contains("token-invalid").doesNotContain("a-guess");
        }
    }

    @Test
    void it_takes_lines_and_nothing_else() throws Exception {
        String line = trade("ACB", 24_500, 1);

        for (String type : List.of("application/json", "text/plain; charset=UTF-8", "Application/X-NDJSON")) {
            assertThat(producer.pushAs(line, "Content-Type", type).statusCode())
                    .as(type)
                    .isEqualTo(200);
        }
        assertThat(producer.pushAs(line).statusCode()).isEqualTo(200);
        for (String type : List.of(
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/octet-stream",
                "text/plain; charset=utf-16",
                "///")) {
            assertProblem(producer.pushAs(line, "Content-Type", type), 415, "unsupported-media-type");
        }
        assertProblem(producer.pushAs(line, "Content-Encoding", "gzip"), 415, "unsupported-media-type");
    }

    @Test
    void it_can_only_be_posted_to() throws Exception {
        for (String method : List.of("GET", "PUT", "DELETE", "OPTIONS")) {
            HttpResponse<String> answer =
                    producer.ask(method, Producer.PATH, "", "Authorization", "Bearer " + Producer.TOKEN);

            assertProblem(answer, 405, "wrong-method");
            assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        }
    }

    @Test
    void there_are_places_for_so_many_producers_and_who_is_gone_leaves_his() throws Exception {
        String line = trade("ACB", 24_500, 1);
        try (BareClient one = producer.begin(ADDRESS, Producer.TOKEN).sendChunk(line);
                BareClient two = producer.begin(ADDRESS, Producer.TOKEN).sendChunk(line)) {
            awaitAnswer(429, line);
            HttpResponse<String> third = producer.push(line);
            assertProblem(third, 429, "producer-limit");
            assertThat(third.headers().firstValue("Retry-After")).hasValue("1");

            one.sendChunk("").answer();
            assertThat(producer.push(line).statusCode()).isEqualTo(200);

            two.vanish();
            try (BareClient again = producer.begin(ADDRESS, Producer.TOKEN).sendChunk(line)) {
                awaitAnswer(200, line);
                again.sendChunk("").answer();
                assertThat(again.status()).isEqualTo(200);
            }
        }
    }

    @Test
    void requests_one_after_the_other_on_one_connection_are_all_answered_though_their_bodies_come_a_moment_later()
            throws Exception {
        String line = trade("ACB", 24_500, 1);
        for (int connection = 0; connection < 2; connection++) { // Payara closes each after 256 requests.
            try (BareClient client = BareClient.from(ADDRESS, server)) {
                for (int i = 0; i < 200; i++) {
                    client.send(head("Content-Length: " + line.length())).send(line);
                    assertThat(client.answer().status()).isEqualTo(200);
                    client.body();
                }
            }
        }
    }

    @Test
    void behind_a_body_of_unknown_length_the_connection_ends() throws Exception {
        try (BareClient client = producer.begin(ADDRESS, Producer.TOKEN)) {
            client.sendChunk(trade("ACB", 24_500, 1)).sendChunk("").answer();

            assertThat(client.status()).isEqualTo(200);
            assertThat(client.header("Connection")).isEqualTo("close");
        }
    }

    private static String head(String length) {
        return "POST " + Producer.PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Producer.TOKEN
                + "\r\nContent-Type: application/x-ndjson\r\n" + length + "\r\n\r\n";
    }

    @Test
    void while_the_tick_is_stuck_the_producer_waits_and_is_then_told_where_to_go_on() throws Exception {
        String lines = trade("VCB", 60_000, 1).repeat(ROOM + 5);
        try (TyrusClient stuck = new TyrusClient(server, "/test/board")) {
            stuck.send("0");
            assertThat(stuck.next()).isEqualTo("busy: true");

            HttpResponse<String> answer = producer.push(lines);

            assertProblem(answer, 503, "busy");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(report(answer).getInt("accepted")).isEqualTo(ROOM);
            assertThat(report(answer).getInt("lines")).isEqualTo(ROOM);
        }

        assertThat(producer.push(trade("VCB", 60_000, 1).repeat(5)).statusCode())
                .isEqualTo(200);
        try (TyrusClient market = new TyrusClient(server, "/ws/market")) {
            awaitVolume(market, "VCB", ROOM + 5);
        }
    }

    @Test
    void a_body_that_is_no_body_is_told_so_and_what_was_before_is_taken() throws Exception {
        try (BareClient broken = producer.begin(ADDRESS, Producer.TOKEN)) {
            broken.sendChunk(trade("ACB", 24_500, 1)).send(NO_CHUNK);

            if (TestedServer.isWildFly()) {
                // It ends the connection itself before it tells us, and no answer would arrive.
                assertThat(broken.rest()).isEmpty();
            } else {
                assertThat(broken.answer().status()).isEqualTo(400);
            }
        }
    }

    @Test
    void the_answers_are_as_the_document_says() throws Exception {
        JsonObject document = rest.getJson("/openapi");
        JsonObject schemas = document.getJsonObject("components").getJsonObject("schemas");
        DocumentedShape shapes = new DocumentedShape(document);
        String line = trade("ACB", 24_500, 1);

        shapes.assertShape("207", report(producer.push(line + "bad")), schemas.getJsonObject("IngestReport"));
        shapes.assertShape("422", report(producer.push("bad")), schemas.getJsonObject("IngestProblem"));
        assertThat(document.getJsonObject("paths")
                        .getJsonObject(Producer.PATH)
                        .getJsonObject("post")
                        .getJsonObject("responses"))
                .containsKeys("200", "207", "400", "401", "405", "409", "415", "422", "429", "503");
    }

    /** Asks until the answer has this status; what is closed is noticed by the server in its own time. */
    private void awaitAnswer(int status, String lines) throws Exception {
        int last = 0;
        for (int i = 0; i < MOST_TRIES && last != status; i++) {
            last = producer.push(lines).statusCode();
        }
        assertThat(last).isEqualTo(status);
    }

    /** Reads frames until the channel shows that so many shares of this stock changed hands. */
    private static void awaitVolume(TyrusClient market, String symbol, long volume) throws Exception {
        long shown = -1;
        while (shown < volume) {
            JsonObject frame = market.nextJson();
            if (frame.containsKey("quotes")) {
                shown = frame.getJsonObject("quotes")
                        .getJsonObject(symbol)
                        .getJsonNumber("total_volume")
                        .longValue();
            }
        }
        assertThat(shown).isEqualTo(volume);
    }

    private static String trade(String symbol, long price, long volume) {
        return "{\"type\":\"trade\",\"symbol\":\"" + symbol + "\",\"price\":" + price + ",\"volume\":" + volume
                + ",\"session\":\"CONTINUOUS\",\"at\":\"2026-11-20T09:30:00+07:00\"}\n";
    }

    private static JsonObject report(HttpResponse<String> answer) {
        return RestClient.parsed(answer.body());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(report(answer).getString("code")).isEqualTo(code);
    }
}
