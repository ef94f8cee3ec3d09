package org.tickcast.market;

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

import org.junit.jupiter.api.Test;

/** After the close the board forgets the day, and says that it did. */
class DailyResetTest {

    private final MarketBoard board = board(
            band(FPT, 98_500),
            book(FPT, 98_400, 98_500),
            trade(FPT, 98_500, 100),
            foreign(FPT, 10, 5, TEN),
            index(Watchlist.VN30, 2_000, TEN),
            futures(FEBRUARY, 2_001, 1));

    @Test
    void it_looks_as_if_nothing_had_happened_yet() {
        board.apply(new DailyReset(TEN));

        assertThat(board.snapshot()).isEqualTo(board().snapshot());
    }

    @Test
    void the_book_stays_and_judges_the_next_trade() {
        board.apply(new DailyReset(TEN));
        board.apply(trade(FPT, 98_500, 300));

        assertThat(board.bids(FPT).best()).isEqualTo(98_400);
        assertThat(board.snapshot().stats().get(FPT)).satisfies(stats -> {
            assertThat(stats.day()).isEqualTo(new Volumes(300, 0, 0));
        });
    }

    @Test
    void whoever_watched_is_told_what_has_gone_and_what_is_empty() {
        long before = board.version();

        board.apply(new DailyReset(TEN));

        MarketChanges changes = board.changesSince(before);
        assertThat(changes.foreignGone()).containsExactly(FPT);
        assertThat(changes.indicesGone()).containsExactly(Watchlist.VN30);
        assertThat(changes.futuresGone()).isTrue();
        assertThat(changes.stocks()).containsOnlyKeys(FPT).doesNotContainKey(VNM);
    }

    @Test
    void it_is_a_new_version_of_the_same_life() {
        String epoch = board.epoch();
        long before = board.version();

        board.apply(new DailyReset(TEN));

        assertThat(board.epoch()).isEqualTo(epoch);
        assertThat(board.version()).isGreaterThan(before);
        assertThat(board.foreignVersion()).isEqualTo(board.version());
        assertThat(board.indexVersion()).isEqualTo(board.version());
    }
}
