package org.tickcast.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tickcast.testing.SampleMarket.FEBRUARY;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.NOT_LISTED;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.VNM;
import static org.tickcast.testing.SampleMarket.band;
import static org.tickcast.testing.SampleMarket.board;
import static org.tickcast.testing.SampleMarket.book;
import static org.tickcast.testing.SampleMarket.foreign;
import static org.tickcast.testing.SampleMarket.futures;
import static org.tickcast.testing.SampleMarket.index;
import static org.tickcast.testing.SampleMarket.trade;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each of the board's versions grows when its viewers have something new to see, and only then. */
class BoardVersionsTest {

    private final MarketBoard board = board(
            trade(FPT, 98_500, 100),
            foreign(FPT, 10, 5, TEN),
            index(Watchlist.VN30, 2_000, TEN),
            futures(FEBRUARY, 2_001, 1));

    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of(trade(FPT, 98_500, 100), Set.of("market")),
                Arguments.of(band(FPT, 98_500), Set.of("market")),
                Arguments.of(futures(FEBRUARY, 2_001, 1), Set.of("market")),
                Arguments.of(new FuturesQuote(FEBRUARY, 2_000, 2_002, TEN), Set.of("market")),
                Arguments.of(foreign(FPT, 11, 5, TEN), Set.of("foreign", "market")),
                Arguments.of(foreign(VNM, 11, 5, TEN), Set.of("foreign", "market")),
                Arguments.of(index(Watchlist.VN30, 2_001, TEN), Set.of("index", "market")),
                Arguments.of(index(Watchlist.VNINDEX, 1_700, TEN), Set.of("index", "market")),
                Arguments.of(book(FPT, 98_400, 98_500), Set.of()),
                Arguments.of(trade(NOT_LISTED, 98_500, 100), Set.of()),
                Arguments.of(book(NOT_LISTED, 98_400, 98_500), Set.of()),
                Arguments.of(band(NOT_LISTED, 98_500), Set.of()),
                Arguments.of(foreign(NOT_LISTED, 11, 5, TEN), Set.of()),
                Arguments.of(index(NOT_LISTED, 2_001, TEN), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_is_news_to_exactly_these_viewers(MarketEvent event, Set<String> viewers) {
        List<Long> before = versions();

        board.apply(event);

        assertThat(grownSince(before)).isEqualTo(viewers);
    }

    @ParameterizedTest
    @MethodSource("events")
    void what_is_no_news_changes_no_picture(MarketEvent event, Set<String> viewers) {
        MarketSnapshot before = board.snapshot();

        board.apply(event);

        assertThat(board.snapshot().equals(before)).isEqualTo(viewers.isEmpty());
    }

    @Test
    void no_view_is_newer_than_the_market_as_a_whole() {
        board.apply(foreign(FPT, 12, 5, TEN));

        assertThat(board.foreignVersion()).isEqualTo(board.version());

        board.apply(index(Watchlist.VN30, 2_002, TEN));

        assertThat(board.indexVersion()).isEqualTo(board.version());
        assertThat(board.foreignVersion()).isLessThan(board.version());
    }

    @Test
    void a_snapshot_stays_as_it_was_taken() {
        MarketSnapshot taken = board.snapshot();
        MarketSnapshot same = board.snapshot();

        board.apply(trade(FPT, 98_600, 100));
        board.apply(foreign(FPT, 500, 5, TEN));
        board.apply(index(Watchlist.VN30, 2_500, TEN));

        assertThat(taken).isEqualTo(same).isNotEqualTo(board.snapshot());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> taken.stats().clear());
    }

    private List<Long> versions() {
        return List.of(board.version(), board.foreignVersion(), board.indexVersion());
    }

    private Set<String> grownSince(List<Long> before) {
        List<String> names = List.of("market", "foreign", "index");
        List<Long> now = versions();
        Set<String> grown = new TreeSet<>();
        for (int i = 0; i < names.size(); i++) {
            assertThat(now.get(i)).isGreaterThanOrEqualTo(before.get(i));
            if (now.get(i) > before.get(i)) {
                grown.add(names.get(i));
            }
        }
        return grown;
    }
}
