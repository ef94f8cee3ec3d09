package org.tickcast.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.VNM;
import static org.tickcast.testing.SampleMarket.board;
import static org.tickcast.testing.SampleMarket.foreign;
import static org.tickcast.testing.SampleMarket.index;
import static org.tickcast.testing.SampleMarket.trade;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.Watchlist;
import org.tickcast.testing.SampleMarket;

/** What who asks is told: the words of the channels, in other wrappings. */
class AnswerJsonTest {

    private final WireCodec codec = new WireCodec();
    private final MarketBoard board = board(
            trade(FPT, 98_500, 100),
            foreign(VNM, 7, 9, TEN),
            foreign(FPT, 1_000, 1_000, TEN),
            index(Watchlist.VN30, 2_001, TEN),
            index(Watchlist.VN30, 2_010.55, TEN.plusSeconds(60)));
    private final JsonObject market = parsed(codec.snapshot(Channel.MARKET, board));

    @Test
    void the_snapshot_is_the_channel_s_frame_to_the_last_byte() {
        assertThat(codec.market(board.snapshot())).isEqualTo(codec.snapshot(Channel.MARKET, board));
    }

    @Test
    void a_ticket_is_this_to_the_last_byte_and_is_not_printed() {
        TicketView ticket = new TicketView("q0W", 30);

        assertThat(codec.ticket(ticket)).isEqualTo("{\"ticket\":\"q0W\",\"expires_in\":30}");
        assertThat(ticket.toString()).doesNotContain("q0W");
    }

    @Test
    void an_issued_token_is_this_to_the_last_byte_and_is_not_printed() {
        AccessTokenView token = new AccessTokenView("eyJ", 3_600, "Bearer", "lan", "free");

        assertThat(codec.accessToken(token))
                .isEqualTo("{\"access_token\":\"eyJ\",\"expires_in\":3600,\"token_type\":\"Bearer\","
                        + "\"user_id\":\"lan\",\"plan\":\"free\"}");
        assertThat(codec.accessToken(new AccessTokenView("eyJ", 3_600, "Bearer", "lan", null)))
                .endsWith("\"plan\":null}");
        assertThat(token.toString()).doesNotContain("eyJ");
    }

    @Test
    void the_foreign_detail_is_the_channel_s_frame_and_every_stock_even_one_in_balance() {
        JsonObject detail = parsed(codec.foreignDetail(board.foreign(), board.foreignStocks()));

        assertThat(detail.keySet()).containsExactly("stocks", "summary");
        assertThat(detail.getJsonObject("summary")).isEqualTo(market.getJsonObject("foreign"));
        assertThat(detail.getJsonArray("stocks").getValuesAs(JsonObject.class))
                .extracting(stock -> stock.getString("symbol"))
                .containsExactly("FPT", "VNM");
        assertThat(detail.getJsonArray("stocks").getJsonObject(1))
                .isEqualTo(
                        detail.getJsonObject("summary").getJsonArray("top_sell").getJsonObject(0));
    }

    @Test
    void the_volume_statistics_are_the_quotes_of_the_market_in_a_row() {
        JsonObject volumes = parsed(codec.volumeStats(board.snapshot().stats().values()));

        assertThat(volumes.keySet()).containsExactly("stats");
        assertThat(volumes.getJsonArray("stats"))
                .containsExactlyElementsOf(market.getJsonObject("quotes").values());
    }

    @Test
    void a_basket_is_its_symbols_in_their_order() {
        assertThat(codec.basket(SampleMarket.watchlist().stocks())).isEqualTo("{\"symbols\":[\"FPT\",\"VNM\"]}");
    }

    @Test
    void the_line_of_an_index_is_the_channel_s_on_its_own() {
        var picture = Objects.requireNonNull(board.indices().get(Watchlist.VN30));

        JsonObject line = parsed(codec.intraday(Watchlist.VN30, picture.intraday()));

        assertThat(line.getString("index_id")).isEqualTo("VN30");
        assertThat(line.getJsonArray("points"))
                .isEqualTo(market.getJsonObject("indices").getJsonObject("VN30").getJsonArray("intraday"));
    }

    @Test
    void an_index_that_nobody_has_reported_yet_has_no_points() {
        assertThat(codec.intraday(Watchlist.VNINDEX, List.of())).isEqualTo("{\"index_id\":\"VNINDEX\",\"points\":[]}");
    }

    private static JsonObject parsed(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
