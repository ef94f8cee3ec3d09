package org.tickcast.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.NOT_LISTED;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.board;
import static org.tickcast.testing.SampleMarket.foreign;
import static org.tickcast.testing.SampleMarket.futures;
import static org.tickcast.testing.SampleMarket.trade;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which stocks and contracts have a place on the board, and under which name. */
class WhatIsKeptTest {

    private static final BoardLimits LIMITS = new BoardLimits(60, Duration.ofMinutes(1));

    private final MarketBoard everything = new MarketBoard("test", Watchlist.everything(), LIMITS);

    @Test
    void a_board_of_everything_takes_in_each_stock_with_its_first_event() {
        assertThat(everything.snapshot().prices()).isEmpty();

        everything.apply(trade(NOT_LISTED, 10_000, 100));
        everything.apply(foreign(FPT, 1, 2, TEN));

        assertThat(everything.snapshot().prices()).containsOnlyKeys(NOT_LISTED, FPT);
    }

    @Test
    void a_stock_that_appears_is_new_to_whoever_watched() {
        long before = everything.version();

        everything.apply(trade(NOT_LISTED, 10_000, 100));

        assertThat(everything.changesSince(before).stocks().get(NOT_LISTED)).containsOnly(StockField.values());
    }

    @Test
    void even_everything_has_an_end() {
        for (int i = 0; i < 5_000; i++) {
            everything.apply(trade(new Symbol("S" + i), 10_000, 100));
        }

        assertThat(everything.snapshot().prices()).hasSize(4_000);
    }

    @Test
    void both_codes_of_a_contract_are_one_contract() {
        MarketBoard board =
                board(futures(new Symbol("VN30F2602"), 2_001, 3), futures(new Symbol("41I1G2000"), 2_002, 4));

        FuturesPicture shown = Objects.requireNonNull(board.snapshot().futures());

        assertThat(shown.contract()).isEqualTo(new Symbol("VN30F2602"));
        assertThat(shown.volume()).isEqualTo(7);
    }

    @Test
    void a_code_that_names_no_month_or_no_index_future_is_ignored() {
        MarketBoard board =
                board(futures(new Symbol("41I1GZ000"), 2_001, 3), futures(new Symbol("GOLD2602"), 2_002, 4));

        assertThat(board.snapshot().futures()).isNull();
        assertThat(board.version()).isZero();
    }
}
