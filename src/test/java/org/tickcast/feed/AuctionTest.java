package org.tickcast.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.band;

import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.market.Depth;
import org.tickcast.market.Quote;

/** An auction finds the one price at which most shares change hands. */
class AuctionTest {

    private static final int LAST = 7;

    /** From 930 to 1,070 dong: fifteen steps. */
    private final PriceLadder ladder = new PriceLadder(band(FPT, 1_000));

    private final OrderBook book = new OrderBook(FPT, ladder);
    private final Auction auction = new Auction(book);

    @Nested
    class Given_nobody_who_agrees {

        Given_nobody_who_agrees() {
            book.collect(Side.BUY, 3, 500);
            book.collect(Side.SELL, 9, 500);
        }

        @Test
        void no_share_changes_hands_and_everybody_stays() {
            assertThat(auction.settle(LAST)).isEqualTo(new Auction.Outcome(LAST, 0));
            assertThat(book.quote(TEN).bids().best()).isEqualTo(960);
            assertThat(book.quote(TEN).asks().best()).isEqualTo(1_020);
        }

        @Test
        void somebody_who_takes_any_price_trades_at_the_other_s() {
            auction.joinAtAnyPrice(Side.BUY, 300);

            assertThat(auction.settle(LAST)).isEqualTo(new Auction.Outcome(9, 300));
            assertThat(book.quote(TEN).asks().levels()).containsExactly(new Depth.Level(1_020, 200));
        }
    }

    @Nested
    class Given_buyers_above_sellers {

        Given_buyers_above_sellers() {
            book.collect(Side.BUY, 10, 500);
            book.collect(Side.BUY, 6, 400);
            book.collect(Side.SELL, 4, 300);
            book.collect(Side.SELL, 8, 600);
        }

        @Test
        void the_price_is_where_most_is_traded_and_least_is_left() {
            assertThat(auction.settle(LAST)).isEqualTo(new Auction.Outcome(8, 500));
        }

        @Test
        void until_it_ends_the_book_shows_what_would_be_left() {
            Quote shown = auction.quote(LAST, TEN);

            assertThat(shown.bids().levels()).containsExactly(new Depth.Level(990, 400));
            assertThat(shown.asks().levels()).containsExactly(new Depth.Level(1_010, 400));
        }

        @Test
        void what_is_left_is_what_was_shown() {
            Quote shown = auction.quote(LAST, TEN);
            auction.settle(LAST);

            assertThat(book.quote(TEN)).isEqualTo(shown);
        }
    }

    @Test
    void among_equally_good_prices_the_one_nearest_to_the_last_wins() {
        book.collect(Side.BUY, 12, 100);
        book.collect(Side.SELL, 2, 100);

        assertThat(auction.outcome(LAST).step()).isEqualTo(LAST);
        assertThat(auction.outcome(0).step()).isEqualTo(2);
        assertThat(auction.outcome(14).step()).isEqualTo(12);
    }

    @Test
    void an_order_at_any_price_ends_with_the_auction() {
        auction.joinAtAnyPrice(Side.SELL, 1_000);
        auction.settle(LAST);
        book.collect(Side.BUY, LAST, 1_000);

        assertThat(auction.settle(LAST).shares()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_261_121})
    void whatever_the_orders_no_price_would_trade_more_and_the_book_is_left_uncrossed(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            collectAtRandom(random);
            Auction.Outcome outcome = auction.outcome(LAST);

            assertThat(outcome.shares()).isEqualTo(mostThatAnyPriceTrades());
            assertUncrossed(auction.quote(LAST, TEN));
            auction.settle(LAST);
            assertUncrossed(book.quote(TEN));
        }
    }

    private void collectAtRandom(Random random) {
        for (int i = random.nextInt(8); i > 0; i--) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            book.collect(side, random.nextInt(ladder.steps()), 100 * (1 + random.nextInt(20)));
        }
    }

    private long mostThatAnyPriceTrades() {
        long most = 0;
        for (int price = 0; price < ladder.steps(); price++) {
            long demand = 0;
            long supply = 0;
            for (int step = 0; step < ladder.steps(); step++) {
                demand += step >= price ? book.side(Side.BUY).at(step) : 0;
                supply += step <= price ? book.side(Side.SELL).at(step) : 0;
            }
            most = Math.max(most, Math.min(demand, supply));
        }
        return most;
    }

    private static void assertUncrossed(Quote quote) {
        long bid = quote.bids().best();
        long ask = quote.asks().best();
        assertThat(bid == 0 || ask == 0 || bid < ask).as(quote.toString()).isTrue();
    }
}
