package org.tickcast.it.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URL;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.testing.server.RestClient;
import org.tickcast.testing.server.TickcastWar;
import org.tickcast.testing.server.TyrusClient;

/** Each channel shows its part of a market that moves. */
@ExtendWith(ArquillianExtension.class)
class ChannelsIT {

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @Test
    void the_market_channel_opens_with_the_whole_market() throws Exception {
        try (TyrusClient client = new TyrusClient(server, "/ws/market")) {
            JsonObject market = client.nextJson();

            assertThat(market.keySet())
                    .containsExactlyInAnyOrder("quotes", "prices", "indices", "foreign", "derivatives");
            assertThat(market.getJsonObject("quotes")).hasSize(30);
            assertThat(market.getJsonObject("prices")).hasSize(30).containsKeys("FPT", "VCB", "VNM");
            assertThat(market.getJsonObject("indices").keySet()).containsExactly("VN30", "VNINDEX");
            assertThat(market.getJsonObject("derivatives").getString("symbol")).startsWith("VN30F");
        }
    }

    @Test
    void the_foreign_channel_opens_with_totals_and_top_movers() throws Exception {
        try (TyrusClient client = new TyrusClient(server, "/ws/foreign")) {
            JsonObject foreign = client.nextJson();

            assertThat(foreign.keySet())
                    .containsExactlyInAnyOrder(
                            "total_buy_value",
                            "total_sell_value",
                            "total_net_value",
                            "total_buy_volume",
                            "total_sell_volume",
                            "total_net_volume",
                            "top_buy",
                            "top_sell");
            assertThat(foreign.getJsonArray("top_buy").size()).isLessThanOrEqualTo(5);
        }
    }

    @Test
    void the_index_channel_shows_VN30_and_VNINDEX_only() throws Exception {
        try (TyrusClient client = new TyrusClient(server, "/ws/index")) {
            JsonObject indices = client.nextJson();

            assertThat(indices.keySet()).containsExactly("VN30", "VNINDEX");
            assertThat(indices.getJsonObject("VN30").getJsonArray("intraday")).hasSizeBetween(1, 60);
        }
    }

    @Test
    void the_market_moves_on_every_channel() throws Exception {
        for (String path : List.of("/ws/market", "/ws/foreign", "/ws/index")) {
            try (TyrusClient client = new TyrusClient(server, path)) {
                String first = client.next();
                String second = client.next();
                String third = client.next();

                assertThat(List.of(first, second, third)).as(path).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void an_alert_is_told_on_its_channel_and_kept_for_who_asks_later() throws Exception {
        RestClient asking = new RestClient(server);
        JsonObject prices = asking.getJson("/api/market/snapshot").getJsonObject("prices");
        int ceiling = prices.getJsonObject("POW").getInt("ceiling");
        try (TyrusClient client = new TyrusClient(server, "/ws/alerts");
                TyrusClient feeder = new TyrusClient(server, "/test/trade")) {
            feeder.send("POW " + ceiling + " 100");
            feeder.next();

            JsonObject alert = client.nextJson();
            while (!alert.getString("symbol").equals("POW")) {
                alert = client.nextJson();
            }

            assertThat(alert.keySet())
                    .containsExactlyInAnyOrder(
                            "id", "alert_type", "severity", "symbol", "message", "timestamp", "data");
            assertThat(alert.getString("alert_type")).isEqualTo("price_breakout");
            assertThat(alert.getJsonObject("data").getInt("ceiling")).isEqualTo(ceiling);
            assertThat(asking.getArray("/api/market/alerts?type=price_breakout&severity=critical&limit=200"))
                    .contains(alert);
        }
    }

    @Test
    void times_are_local_to_the_exchange_say_so_and_go_forward() throws Exception {
        try (TyrusClient client = new TyrusClient(server, "/ws/index")) {
            List<OffsetDateTime> times = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                String time = client.nextJson().getJsonObject("VN30").getString("last_updated");
                assertThat(time).endsWith("+07:00");
                times.add(OffsetDateTime.parse(time));
            }

            assertThat(times).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void all_clients_of_a_channel_read_the_same_bytes() throws Exception {
        try (TyrusClient one = new TyrusClient(server, "/ws/market");
                TyrusClient other = new TyrusClient(server, "/ws/market")) {
            other.next();
            String seenByTheOther = other.next();

            List<String> seenByTheOne = new ArrayList<>();
            while (seenByTheOne.size() < 10 && !seenByTheOne.contains(seenByTheOther)) {
                seenByTheOne.add(one.next());
            }
            assertThat(seenByTheOne).contains(seenByTheOther);
        }
    }

    @Test
    void prices_and_statistics_of_the_market_agree() throws Exception {
        try (TyrusClient client = new TyrusClient(server, "/ws/market")) {
            JsonObject market = client.nextJson();

            for (JsonValue quote : market.getJsonObject("quotes").values()) {
                JsonObject stats = quote.asJsonObject();
                long parts = volume(stats, "ato") + volume(stats, "continuous") + volume(stats, "atc");
                assertThat(parts).isEqualTo(total(stats));
            }
            for (JsonValue price : market.getJsonObject("prices").values()) {
                JsonObject line = price.asJsonObject();
                assertThat(line.getInt("last_price")).isBetween(line.getInt("floor"), line.getInt("ceiling"));
                assertThat(line.getInt("change")).isEqualTo(line.getInt("last_price") - line.getInt("ref_price"));
            }
        }
    }

    private static long volume(JsonObject stats, String part) {
        return total(stats.getJsonObject(part));
    }

    private static long total(JsonObject volumes) {
        return volumes.getJsonNumber("total_volume").longValueExact();
    }
}
