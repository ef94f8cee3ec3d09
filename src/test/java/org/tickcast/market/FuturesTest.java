package org.tickcast.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tickcast.testing.SampleMarket.FEBRUARY;
import static org.tickcast.testing.SampleMarket.MARCH;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.YESTERDAY;
import static org.tickcast.testing.SampleMarket.board;
import static org.tickcast.testing.SampleMarket.futures;
import static org.tickcast.testing.SampleMarket.index;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The futures contract that trades most, beside its index. */
class FuturesTest {

    @Test
    void the_contract_with_the_larger_volume_is_shown() {
        MarketBoard board = board(futures(FEBRUARY, 2_001, 5), futures(MARCH, 2_004, 6));

        assertThat(shown(board).contract()).isEqualTo(MARCH);
    }

    @Test
    void volumes_add_up_and_another_contract_takes_over_when_it_has_more() {
        MarketBoard board = board(futures(FEBRUARY, 2_001, 5), futures(MARCH, 2_004, 6), futures(FEBRUARY, 2_002, 2));

        assertThat(shown(board).contract()).isEqualTo(FEBRUARY);
        assertThat(shown(board).volume()).isEqualTo(7);
        assertThat(shown(board).last()).isEqualTo(2_002);
    }

    @Test
    void a_contract_that_is_only_quoted_is_not_shown() {
        MarketBoard board = board(new FuturesQuote(FEBRUARY, 1_999, 2_001, TEN));

        assertThat(board.snapshot().futures()).isNull();
    }

    @Test
    void its_own_quote_stands_beside_the_price() {
        MarketBoard board = board(
                futures(FEBRUARY, 2_001, 5),
                new FuturesQuote(FEBRUARY, 2_000.9, 2_001.1, TEN),
                new FuturesQuote(MARCH, 2_004, 2_006, TEN));

        assertThat(shown(board).bid()).isEqualTo(2_000.9);
        assertThat(shown(board).ask()).isEqualTo(2_001.1);
    }

    @Test
    void change_is_measured_from_the_reference_price() {
        FuturesPicture future = shown(board(new FuturesTrade(FEBRUARY, 1_990, 1, YESTERDAY, TEN.plusSeconds(3))));

        assertThat(future.change()).isEqualTo(-10);
        assertThat(future.changePercent()).isEqualTo(-0.5);
        assertThat(future.lastUpdated()).isEqualTo(TEN.plusSeconds(3));
    }

    @Test
    void above_the_index_it_is_at_a_premium() {
        FuturesPicture future = shown(board(index(Watchlist.VN30, 2_000, TEN), futures(FEBRUARY, 2_005, 1)));

        assertThat(future.basis()).isEqualTo(5);
        assertThat(future.basisPercent()).isCloseTo(0.25, within(1e-9));
        assertThat(future.isPremium()).isTrue();
    }

    @Test
    void below_the_index_it_is_at_a_discount() {
        FuturesPicture future = shown(board(index(Watchlist.VN30, 2_000, TEN), futures(FEBRUARY, 1_990, 1)));

        assertThat(future.basis()).isEqualTo(-10);
        assertThat(future.basisPercent()).isCloseTo(-0.5, within(1e-9));
        assertThat(future.isPremium()).isFalse();
    }

    @Test
    void level_with_the_index_it_is_not_at_a_premium() {
        FuturesPicture future = shown(board(index(Watchlist.VN30, 2_000, TEN), futures(FEBRUARY, 2_000, 1)));

        assertThat(future.isPremium()).isFalse();
    }

    @Test
    void the_index_moves_the_basis_of_a_future_that_stands_still() {
        MarketBoard board = board(index(Watchlist.VN30, 2_000, TEN), futures(FEBRUARY, 2_005, 1));

        board.apply(index(Watchlist.VN30, 2_010, TEN));

        assertThat(shown(board).basis()).isEqualTo(-5);
    }

    @Test
    void while_the_index_is_unknown_there_is_no_basis() {
        FuturesPicture future = shown(board(index(Watchlist.VNINDEX, 1_700, TEN), futures(FEBRUARY, 2_005, 1)));

        assertThat(future.basis()).isZero();
        assertThat(future.basisPercent()).isZero();
        assertThat(future.isPremium()).isFalse();
    }

    @Test
    void a_seventeenth_contract_is_ignored_and_the_known_ones_go_on() {
        MarketBoard board = board();
        for (int i = 1; i <= 16; i++) {
            board.apply(futures(contract(i), 2_000, i));
        }
        long before = board.version();

        board.apply(futures(contract(17), 2_000, 1_000));
        board.apply(new FuturesQuote(contract(18), 2_000, 2_001, TEN));

        assertThat(board.version()).isEqualTo(before);
        assertThat(shown(board).contract()).isEqualTo(contract(16));

        board.apply(futures(contract(1), 2_000, 100));

        assertThat(shown(board).contract()).isEqualTo(contract(1));
    }

    private static Symbol contract(int number) {
        return new Symbol("VN30F" + (2600 + number));
    }

    private static FuturesPicture shown(MarketBoard board) {
        return Objects.requireNonNull(board.snapshot().futures(), "the future that is shown");
    }
}
