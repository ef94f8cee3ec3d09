package org.tickcast.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.band;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tickcast.market.Depth;
import org.tickcast.market.Depth.Level;

/** An order meets those on the other side who agree with it, the best price first. */
class OrderBookTest {

    /** From 9,300 by tens to 9,990 and by fifties to 10,700. */
    private final PriceLadder ladder = new PriceLadder(band(FPT, 10_000));

    private final OrderBook book = new OrderBook(FPT, ladder);
    private final List<Level> fills = new ArrayList<>();

    @Test
    void the_ladder_has_every_price_of_the_day_and_changes_its_step_at_the_border() {
        assertThat(ladder.price(0)).isEqualTo(9_300);
        assertThat(ladder.price(69)).isEqualTo(9_990);
        assertThat(ladder.price(70)).isEqualTo(10_000);
        assertThat(ladder.price(71)).isEqualTo(10_050);
        assertThat(ladder.price(ladder.steps() - 1)).isEqualTo(10_700);
    }

    @Test
    void between_two_prices_the_lower_one_counts() {
        assertThat(ladder.stepAtOrBelow(9_999.9)).isEqualTo(69);
        assertThat(ladder.stepAtOrBelow(10_000)).isEqualTo(70);
        assertThat(ladder.stepAtOrBelow(9_299)).isEqualTo(-1);
        assertThat(ladder.stepAtOrBelow(20_000)).isEqualTo(ladder.steps() - 1);
    }

    @Nested
    class Given_sellers_at_three_prices {

        Given_sellers_at_three_prices() {
            place(Side.SELL, 72, 300);
            place(Side.SELL, 70, 100);
            place(Side.SELL, 71, 200);
        }

        @Test
        void the_book_shows_them_best_price_first() {
            assertThat(asks()).containsExactly(new Level(10_000, 100), new Level(10_050, 200), new Level(10_100, 300));
        }

        @Test
        void a_buyer_takes_the_best_first_and_pays_what_was_asked() {
            place(Side.BUY, 71, 200);

            assertThat(fills).containsExactly(new Level(10_000, 100), new Level(10_050, 100));
            assertThat(asks()).startsWith(new Level(10_050, 100));
        }

        @Test
        void what_a_buyer_does_not_get_within_the_limit_waits_as_a_bid() {
            place(Side.BUY, 70, 500);

            assertThat(fills).containsExactly(new Level(10_000, 100));
            assertThat(bids()).containsExactly(new Level(10_000, 400));
        }

        @Test
        void an_order_goes_two_levels_deep_and_never_waits_across_the_third() {
            place(Side.BUY, 72, 1_000);

            assertThat(fills).hasSize(OrderBook.MOST_LEVELS_PER_ORDER);
            assertThat(bids()).isEmpty();
            assertThat(asks()).containsExactly(new Level(10_100, 300));
        }

        @Test
        void who_attacks_does_not_wait_with_the_rest() {
            book.attack(Side.BUY, 70, 500, (price, shares) -> fills.add(new Level(price, shares)));

            assertThat(fills).containsExactly(new Level(10_000, 100));
            assertThat(bids()).isEmpty();
        }

        @Test
        void no_more_levels_are_shown_than_the_exchange_shows() {
            place(Side.SELL, 73, 100);

            assertThat(asks()).hasSize(OrderBook.LEVELS_SHOWN);
            assertThat(book.side(Side.SELL).shows(73, OrderBook.LEVELS_SHOWN)).isFalse();
            assertThat(book.side(Side.SELL).shows(72, OrderBook.LEVELS_SHOWN)).isTrue();
        }

        @Test
        void in_the_evening_nobody_is_left() {
            book.clear();

            assertThat(book.quote(TEN).asks()).isEqualTo(Depth.EMPTY);
            assertThat(book.lacksASide()).isTrue();
        }
    }

    @Test
    void nobody_waits_far_behind_the_best_price() {
        place(Side.BUY, 40, 100);
        place(Side.BUY, 40 - BookSide.REACH - 1, 100);
        place(Side.BUY, 40 - BookSide.REACH, 100);
        place(Side.BUY, 41, 100);

        assertThat(book.side(Side.BUY).at(40 - BookSide.REACH - 1)).isZero();
        assertThat(book.side(Side.BUY).at(40 - BookSide.REACH)).isZero();
        assertThat(book.side(Side.BUY).at(40)).isEqualTo(100);
    }

    @Test
    void a_level_holds_so_much_and_no_more() {
        place(Side.BUY, 40, BookSide.MOST_SHARES_AT_A_LEVEL);
        place(Side.BUY, 40, 100);

        assertThat(bids()).containsExactly(new Level(ladder.price(40), BookSide.MOST_SHARES_AT_A_LEVEL));
    }

    private void place(Side side, int step, long shares) {
        book.place(side, step, shares, (price, filled) -> fills.add(new Level(price, filled)));
    }

    private List<Level> bids() {
        return book.quote(TEN).bids().levels();
    }

    private List<Level> asks() {
        return book.quote(TEN).asks().levels();
    }
}
