package org.tickcast.it.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
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
import org.tickcast.testing.server.TickcastWar;
import org.tickcast.testing.server.TyrusClient;

/** Who asks is shown the same market as who listens. */
@ExtendWith(ArquillianExtension.class)
class RestIT {

    private static final String ADDRESS = "127.6.0.1";
    private static final int PLACES = 5;
    private static final int AT_ONCE = 200;
    private static final int MOST_FRAMES = 100;

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
    void the_snapshot_is_at_some_moment_what_the_channel_shows_to_the_last_byte() throws Exception {
        try (TyrusClient listening = new TyrusClient(server, "/ws/market")) {
            for (int i = 0; i < MOST_FRAMES; i++) {
                String shown = listening.next();

                String asked = client.get("/api/market/snapshot").body();

                if (asked.equals(shown)) {
                    return;
                }
            }
        }
        throw new AssertionError("No frame of " + MOST_FRAMES + " was the snapshot of its moment");
    }

    @Test
    void the_foreign_detail_has_the_summary_and_every_stock_of_the_same_moment() throws Exception {
        JsonObject detail = client.getJson("/api/market/foreign-detail");

        assertThat(detail.keySet()).containsExactlyInAnyOrder("summary", "stocks");
        List<JsonObject> stocks = detail.getJsonArray("stocks").getValuesAs(JsonObject.class);
        assertThat(stocks).isNotEmpty().hasSizeLessThanOrEqualTo(30);
        assertThat(stocks.stream().map(stock -> stock.getString("symbol")))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(detail.getJsonObject("summary")
                        .getJsonNumber("total_net_value")
                        .longValueExact())
                .isEqualTo(stocks.stream()
                        .mapToLong(stock -> stock.getJsonNumber("net_value").longValueExact())
                        .sum());
    }

    @Test
    void the_volume_statistics_are_those_of_the_thirty_stocks() throws Exception {
        JsonObject volumes = client.getJson("/api/market/volume-stats");

        assertThat(volumes.keySet()).containsExactly("stats");
        assertThat(volumes.getJsonArray("stats").getValuesAs(JsonObject.class).stream()
                        .map(stats -> stats.getString("symbol")))
                .containsExactlyElementsOf(basket());
        assertThat(volumes.getJsonArray("stats").getJsonObject(0).keySet())
                .containsExactlyInAnyOrder(
                        "symbol",
                        "mua_chu_dong_volume",
                        "mua_chu_dong_value",
                        "ban_chu_dong_volume",
                        "ban_chu_dong_value",
                        "neutral_volume",
                        "total_volume",
                        "last_updated",
                        "ato",
                        "continuous",
                        "atc");
    }

    @Test
    void the_basis_goes_forward_and_is_the_difference_of_its_prices() throws Exception {
        JsonArray trend = client.getArray("/api/market/basis-trend?minutes=120");

        assertThat(trend).isNotEmpty();
        assertThat(trend.getValuesAs(JsonObject.class).stream()
                        .map(point -> OffsetDateTime.parse(point.getString("timestamp"))))
                .isSorted()
                .doesNotHaveDuplicates();
        for (JsonObject point : trend.getValuesAs(JsonObject.class)) {
            double futures = point.getJsonNumber("futures_price").doubleValue();
            double spot = point.getJsonNumber("spot_value").doubleValue();
            assertThat(point.getJsonNumber("basis").doubleValue()).isCloseTo(futures - spot, within(0.011));
            assertThat(point.getBoolean("is_premium")).isEqualTo(futures > spot);
        }
    }

    @Test
    void the_session_of_a_market_around_the_clock_is_open_and_will_not_change() throws Exception {
        JsonObject session = client.getJson("/api/session");

        assertThat(session.getJsonArray("boards").getValuesAs(JsonObject.class))
                .hasSize(4)
                .allSatisfy(board -> {
                    assertThat(board.getString("phase")).isEqualTo("continuous");
                    assertThat(board.getBoolean("is_open")).isTrue();
                    assertThat(board.isNull("next_change")).isTrue();
                });
        assertThat(session.getString("timestamp")).endsWith("+07:00");
    }

    @Test
    void the_basket_is_thirty_symbols() throws Exception {
        assertThat(client.getJson("/api/vn30-components").keySet()).containsExactly("symbols");
        assertThat(basket()).hasSize(30).contains("FPT", "VCB", "VNM").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"VN30", "vn30", "Vn30"})
    void the_line_of_an_index_goes_forward_whatever_the_case_of_its_id(String id) throws Exception {
        JsonObject line = client.getJson("/api/index/" + id + "/intraday");

        assertThat(line.keySet()).containsExactlyInAnyOrder("index_id", "points");
        assertThat(line.getString("index_id")).isEqualTo("VN30");
        JsonArray points = line.getJsonArray("points");
        assertThat(points).hasSizeBetween(1, 60);
        assertThat(points.stream().map(JsonValue::asJsonObject))
                .allMatch(point -> point.getJsonNumber("value").doubleValue() > 0);
        assertThat(points.getValuesAs(JsonObject.class).stream()
                        .map(point -> OffsetDateTime.parse(point.getString("timestamp"))))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/market/snapshot",
                "/api/market/foreign-detail",
                "/api/market/volume-stats",
                "/api/vn30-components",
                "/api/index/vnindex/intraday"
            })
    void an_answer_says_what_it_is_how_long_it_is_and_is_not_to_be_kept(String path) throws Exception {
        HttpResponse<String> answer = client.get(path);
        HttpResponse<String> head = client.ask("HEAD", path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Content-Length"))
                .hasValue(String.valueOf(answer.body().getBytes(StandardCharsets.UTF_8).length));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0)).isPositive();
    }

    @Test
    void many_who_ask_at_once_are_all_answered() {
        List<CompletableFuture<HttpResponse<String>>> asked = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> client.getSoon("/api/market/snapshot"))
                .toList();

        assertThat(asked).allSatisfy(answer -> {
            assertThat(answer.join().statusCode()).isEqualTo(200);
            assertThat(answer.join().body()).startsWith("{\"derivatives\"").endsWith("}");
        });
    }

    @Test
    void who_asks_takes_no_place_of_those_who_listen() throws Exception {
        BareClient[] listening = new BareClient[PLACES];
        for (int i = 0; i < PLACES; i++) {
            listening[i] = BareClient.from(ADDRESS, server).upgrade("/ws/index?token=" + TickcastWar.TOKEN);
        }

        try (BareClient asking = BareClient.from(ADDRESS, server)
                .request("GET /api/vn30-components?token=" + TickcastWar.TOKEN
                        + " HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            assertThat(asking.status()).isEqualTo(200);
            assertThat(asking.body()).startsWith("{\"symbols\":[");
        }

        for (BareClient listener : listening) {
            assertThat(listener.isOpen()).isTrue();
            listener.sayGoodbye();
        }
    }

    private List<String> basket() throws Exception {
        return client.getJson("/api/vn30-components").getJsonArray("symbols").getValuesAs(JsonString::getString);
    }
}
