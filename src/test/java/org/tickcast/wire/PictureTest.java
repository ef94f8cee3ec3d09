package org.tickcast.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FEBRUARY;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.foreign;
import static org.tickcast.testing.SampleMarket.futures;
import static org.tickcast.testing.SampleMarket.index;
import static org.tickcast.testing.SampleMarket.trade;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tickcast.market.BoardLimits;
import org.tickcast.market.DailyReset;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.Watchlist;
import org.tickcast.testing.PlainJson;
import org.tickcast.testing.SampleMarket;

/** What a patch says, member by member; that it is always right is for DeliveryTest to show. */
class PictureTest {

    private final MarketBoard board = SampleMarket.board(new BoardLimits(3, Duration.ofSeconds(10)));
    private final Picture market = new Picture(Channel.MARKET);
    private final Picture indices = new Picture(Channel.INDEX);

    @ParameterizedTest
    @EnumSource(value = Channel.class, names = "ALERTS", mode = EnumSource.Mode.EXCLUDE)
    void the_whole_picture_is_the_plain_frame_without_its_nulls(Channel channel) {
        board.apply(trade(FPT, 98_500, 100));
        board.apply(foreign(FPT, 10, 3, TEN));
        board.apply(index(Watchlist.VN30, 2_000.126, TEN));
        board.apply(futures(FEBRUARY, 2_001, 1));
        Picture picture = new Picture(channel);

        picture.lookAt(board);

        String plain = new WireCodec().snapshot(channel, board);
        assertThat(picture.text()).isEqualTo(CanonicalJson.write(PlainJson.withoutNulls(PlainJson.object(plain))));
        assertThat(picture.checksum()).isEqualTo(CanonicalJson.checksum(picture.text()));
    }

    @Test
    void a_trade_is_told_by_what_it_changes() {
        board.apply(trade(FPT, 98_500, 100));
        market.lookAt(board);
        long seen = market.version();

        board.apply(trade(FPT, 98_600, 200));
        market.lookAt(board);

        assertThat(market.since(seen).merge())
                .isEqualTo("{\"prices\":{\"FPT\":{\"last_price\":98600}},\"quotes\":{\"FPT\":{"
                        + "\"continuous\":{\"neutral_volume\":300,\"total_volume\":300},"
                        + "\"neutral_volume\":300,\"total_volume\":300}}}");
        assertThat(market.since(seen).series()).isNull();
    }

    @Test
    void what_changed_and_changed_back_is_not_told() {
        market.lookAt(board);
        board.apply(futures(FEBRUARY, 2_001, 1));
        market.lookAt(board);
        long seen = market.version();

        board.apply(index(Watchlist.VN30, 1_999, TEN));
        board.apply(new DailyReset(TEN));
        board.apply(futures(FEBRUARY, 2_001, 1));

        assertThat(market.lookAt(board)).isFalse();
        assertThat(market.version()).isEqualTo(seen);
    }

    @Test
    void a_change_behind_the_last_digit_does_not_show() {
        board.apply(index(Watchlist.VN30, 2_000.001, TEN));
        indices.lookAt(board);

        board.apply(index(Watchlist.VN30, 2_000.002, TEN));

        assertThat(indices.isBehind(board)).isTrue();
        assertThat(indices.lookAt(board)).isFalse();
        assertThat(indices.isBehind(board)).isFalse();
    }

    @Test
    void what_is_gone_is_null() {
        board.apply(index(Watchlist.VN30, 2_000, TEN));
        indices.lookAt(board);
        long seen = indices.version();

        board.apply(new DailyReset(TEN));
        indices.lookAt(board);

        assertThat(indices.since(seen).merge()).isEqualTo("{\"VN30\":null}");
        assertThat(indices.text()).isEqualTo("{}");
    }

    @Test
    void the_first_point_comes_with_the_index() {
        indices.lookAt(board);

        board.apply(index(Watchlist.VN30, 2_000, TEN));
        indices.lookAt(board);

        assertThat(indices.since(0).merge()).contains("\"intraday\":[{");
        assertThat(indices.since(0).series()).isNull();
    }

    @Test
    void a_new_point_is_added_and_the_oldest_dropped() {
        indexMoves(2_000, 0);
        indexMoves(2_001, 10);
        indexMoves(2_002, 20);
        long seen = indices.version();

        indexMoves(2_003, 30);

        assertThat(indices.since(seen).series())
                .isEqualTo("{\"/VN30/intraday\":{\"add\":[" + point(2_003, 30) + "],\"drop\":1,\"keep\":2}}");
        assertThat(indices.since(seen).merge()).doesNotContain("intraday");
    }

    @Test
    void the_newest_point_may_move() {
        indexMoves(2_000, 0);
        indexMoves(2_001, 10);
        long seen = indices.version();

        indexMoves(2_005, 15);

        assertThat(indices.since(seen).series())
                .isEqualTo("{\"/VN30/intraday\":{\"add\":[" + point(2_005, 10) + "],\"drop\":0,\"keep\":1}}");
    }

    @Test
    void a_list_of_which_nothing_is_left_is_sent_whole() {
        indexMoves(2_000, 0);
        long seen = indices.version();

        indexMoves(2_001, 10);
        indexMoves(2_002, 20);
        indexMoves(2_003, 30);

        assertThat(indices.since(seen).series()).isNull();
        assertThat(indices.since(seen).merge())
                .contains("\"intraday\":[" + point(2_001, 10) + "," + point(2_002, 20) + "," + point(2_003, 30) + "]");
    }

    @Test
    void on_the_market_lists_are_among_the_indices() {
        board.apply(index(Watchlist.VN30, 2_000, TEN));
        market.lookAt(board);
        long seen = market.version();

        board.apply(index(Watchlist.VN30, 2_001, TEN.plusSeconds(10)));
        market.lookAt(board);

        assertThat(market.since(seen).series()).startsWith("{\"/indices/VN30/intraday\":{");
    }

    private void indexMoves(double value, int second) {
        board.apply(index(Watchlist.VN30, value, TEN.plusSeconds(second)));
        indices.lookAt(board);
    }

    private static String point(int value, int second) {
        return "{\"timestamp\":\"2026-02-11T10:00:" + (second == 0 ? "00" : second) + ".000000+07:00\",\"value\":"
                + value + "}";
    }
}
