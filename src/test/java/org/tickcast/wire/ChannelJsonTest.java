package org.tickcast.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FEBRUARY;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.VNM;
import static org.tickcast.testing.SampleMarket.band;
import static org.tickcast.testing.SampleMarket.board;
import static org.tickcast.testing.SampleMarket.book;
import static org.tickcast.testing.SampleMarket.foreign;
import static org.tickcast.testing.SampleMarket.futures;
import static org.tickcast.testing.SampleMarket.index;
import static org.tickcast.testing.SampleMarket.trade;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tickcast.market.FuturesQuote;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.TradingSession;
import org.tickcast.market.Watchlist;

/** What each channel says, name by name, as the original's clients read it. */
class ChannelJsonTest {

    private final WireCodec codec = new WireCodec();

    @Nested
    class Given_a_busy_market {

        private final MarketBoard board = busyBoard();
        private final JsonObject market = parsed(codec.snapshot(Channel.MARKET, board));

        @Test
        void the_market_has_five_parts() {
            assertThat(market.keySet())
                    .containsExactlyInAnyOrder("quotes", "prices", "indices", "foreign", "derivatives");
            assertThat(market.getJsonObject("quotes").keySet()).containsExactly("FPT", "VNM");
            assertThat(market.getJsonObject("prices").keySet()).containsExactly("FPT", "VNM");
            assertThat(market.getJsonObject("indices").keySet()).containsExactly("VN30");
        }

        @Test
        void quotes_are_the_statistics_of_the_day() {
            assertSame(market.getJsonObject("quotes").getJsonObject("FPT"), """
                    {"symbol": "FPT",
                     "mua_chu_dong_volume": 100, "mua_chu_dong_value": 9860000,
                     "ban_chu_dong_volume": 30, "ban_chu_dong_value": 2955000,
                     "neutral_volume": 207, "total_volume": 337,
                     "last_updated": "2026-02-11T10:00:00.000000+07:00",
                     "ato": {"mua_chu_dong_volume": 0, "ban_chu_dong_volume": 0,
                             "neutral_volume": 200, "total_volume": 200},
                     "continuous": {"mua_chu_dong_volume": 100, "ban_chu_dong_volume": 30,
                                    "neutral_volume": 0, "total_volume": 130},
                     "atc": {"mua_chu_dong_volume": 0, "ban_chu_dong_volume": 0,
                             "neutral_volume": 7, "total_volume": 7}}
                    """);
        }

        @Test
        void prices_are_in_dong_and_their_change_also_in_percent() {
            assertSame(market.getJsonObject("prices").getJsonObject("FPT"), """
                    {"last_price": 98600, "change": 600, "change_pct": 0.61,
                     "ref_price": 98000, "ceiling": 104800, "floor": 91200}
                    """);
        }

        @Test
        void an_index_comes_with_its_line() {
            assertSame(market.getJsonObject("indices").getJsonObject("VN30"), """
                    {"index_id": "VN30", "value": 2010.55, "prior_value": 2000.0,
                     "change": 10.55, "ratio_change": 0.53, "total_volume": 5000,
                     "advances": 12, "declines": 4, "no_changes": 14, "advance_ratio": 0.75,
                     "intraday": [
                         {"timestamp": "2026-02-11T10:00:00.000000+07:00", "value": 2001.0},
                         {"timestamp": "2026-02-11T10:01:00.000000+07:00", "value": 2010.55}],
                     "last_updated": "2026-02-11T10:01:00.000000+07:00"}
                    """);
        }

        @Test
        void the_foreign_flow_names_the_most_bought_and_the_most_sold() {
            assertSame(market.getJsonObject("foreign"), """
                    {"total_buy_value": 1607000, "total_sell_value": 1009000, "total_net_value": 598000,
                     "total_buy_volume": 1607, "total_sell_volume": 1009, "total_net_volume": 598,
                     "top_buy": [
                         {"symbol": "FPT",
                          "buy_volume": 1600, "sell_volume": 1000, "net_volume": 600,
                          "buy_value": 1600000, "sell_value": 1000000, "net_value": 600000,
                          "total_room": 1000000, "current_room": 400000,
                          "buy_speed_per_min": 120.0, "sell_speed_per_min": 0.2,
                          "buy_acceleration": 120.0, "sell_acceleration": 0.2,
                          "last_updated": "2026-02-11T10:01:00.123456+07:00"}],
                     "top_sell": [
                         {"symbol": "VNM",
                          "buy_volume": 7, "sell_volume": 9, "net_volume": -2,
                          "buy_value": 7000, "sell_value": 9000, "net_value": -2000,
                          "total_room": 1000000, "current_room": 400000,
                          "buy_speed_per_min": 0.0, "sell_speed_per_min": 0.0,
                          "buy_acceleration": 0.0, "sell_acceleration": 0.0,
                          "last_updated": "2026-02-11T10:00:00.000000+07:00"}]}
                    """);
        }

        @Test
        void the_future_stands_beside_its_index() {
            assertSame(market.getJsonObject("derivatives"), """
                    {"symbol": "VN30F2602", "last_price": 2014.6, "change": 14.6, "change_pct": 0.73, "volume": 3,
                     "bid_price": 2014.5, "ask_price": 2014.7,
                     "basis": 4.05, "basis_pct": 0.2, "is_premium": true,
                     "last_updated": "2026-02-11T10:00:00.000000+07:00"}
                    """);
        }

        @Test
        void the_other_two_channels_say_the_same_of_their_part() {
            assertThat(parsed(codec.snapshot(Channel.FOREIGN, board))).isEqualTo(market.getJsonObject("foreign"));
            assertThat(parsed(codec.snapshot(Channel.INDEX, board))).isEqualTo(market.getJsonObject("indices"));
        }

        @ParameterizedTest
        @EnumSource(names = {"MARKET", "FOREIGN", "INDEX"})
        void the_same_facts_are_the_same_bytes_whoever_writes_them(Channel channel) {
            String text = codec.snapshot(channel, board);

            assertThat(codec.snapshot(channel, board)).isEqualTo(text);
            assertThat(new WireCodec().snapshot(channel, busyBoard())).isEqualTo(text);
        }
    }

    @Nested
    class Given_a_market_in_which_nothing_has_happened {

        private final JsonObject market = parsed(codec.snapshot(Channel.MARKET, board()));

        @Test
        void what_is_unknown_is_null_and_never_left_out() {
            assertThat(market).containsEntry("foreign", JsonValue.NULL).containsEntry("derivatives", JsonValue.NULL);
            assertThat(market.getJsonObject("quotes").getJsonObject("VNM"))
                    .containsEntry("last_updated", JsonValue.NULL);
        }

        @Test
        void every_stock_is_there_with_zeros() {
            assertThat(market.getJsonObject("quotes").getJsonObject("VNM").getInt("total_volume"))
                    .isZero();
            assertSame(market.getJsonObject("prices").getJsonObject("VNM"), """
                    {"last_price": 0, "change": 0, "change_pct": 0.0, "ref_price": 0, "ceiling": 0, "floor": 0}
                    """);
        }

        @Test
        void the_foreign_channel_shows_zeros_and_the_index_channel_nothing() {
            assertSame(parsed(codec.snapshot(Channel.FOREIGN, board())), """
                    {"total_buy_value": 0, "total_sell_value": 0, "total_net_value": 0,
                     "total_buy_volume": 0, "total_sell_volume": 0, "total_net_volume": 0,
                     "top_buy": [], "top_sell": []}
                    """);
            assertThat(codec.snapshot(Channel.INDEX, board())).isEqualTo("{}");
        }
    }

    @Test
    void the_index_channel_is_this_to_the_last_byte() {
        MarketBoard board = board(index(Watchlist.VN30, 2010.55, TEN));

        String text = codec.snapshot(Channel.INDEX, board);

        assertThat(text)
                .isEqualTo(String.join(
                        "",
                        List.of(
                                "{\"VN30\":{\"advance_ratio\":0.75,\"advances\":12,\"change\":10.55,\"declines\":4,",
                                "\"index_id\":\"VN30\",\"intraday\":[",
                                "{\"timestamp\":\"2026-02-11T10:00:00.000000+07:00\",\"value\":2010.55}],",
                                "\"last_updated\":\"2026-02-11T10:00:00.000000+07:00\",\"no_changes\":14,",
                                "\"prior_value\":2000.0,\"ratio_change\":0.53,\"total_volume\":5000,",
                                "\"value\":2010.55}}")));
    }

    @Test
    void a_change_too_small_to_show_is_zero_without_a_minus() {
        MarketBoard board = board(index(Watchlist.VN30, 1_999.99, TEN));

        String text = codec.snapshot(Channel.INDEX, board);

        assertThat(text).contains("\"change\":-0.01,").contains("\"ratio_change\":0.0,");
    }

    private static MarketBoard busyBoard() {
        return board(
                band(FPT, 98_000),
                trade(FPT, 98_000, 200, TradingSession.ATO),
                book(FPT, 98_500, 98_600),
                trade(FPT, 98_500, 30),
                trade(FPT, 98_600, 7, TradingSession.ATC),
                trade(FPT, 98_600, 100),
                foreign(FPT, 1_000, 999, TEN),
                foreign(FPT, 1_600, 1_000, TEN.plusSeconds(60).plusNanos(123_456_789)),
                foreign(VNM, 7, 9, TEN),
                index(Watchlist.VN30, 2_001, TEN),
                index(Watchlist.VN30, 2_010.55, TEN.plusSeconds(60)),
                futures(FEBRUARY, 2_014.6, 3),
                new FuturesQuote(FEBRUARY, 2_014.5, 2_014.7, TEN));
    }

    /** Key by key, so that a failure names the key. */
    private static void assertSame(JsonObject written, String expected) {
        assertThat(written).containsExactlyInAnyOrderEntriesOf(parsed(expected));
    }

    private static JsonObject parsed(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
