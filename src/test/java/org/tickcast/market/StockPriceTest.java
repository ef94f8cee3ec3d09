package org.tickcast.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.band;
import static org.tickcast.testing.SampleMarket.board;
import static org.tickcast.testing.SampleMarket.trade;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A stock's price beside its band, in VND. */
class StockPriceTest {

    @Test
    void nothing_is_known_at_first() {
        assertThat(priceOf(board())).isEqualTo(new StockPrice(0, 0, 0, 0));
    }

    @Test
    void a_rise_is_positive_in_dong_and_percent() {
        StockPrice price = priceOf(board(band(FPT, 98_500), trade(FPT, 100_000, 100)));

        assertThat(price.last()).isEqualTo(100_000);
        assertThat(price.change()).isEqualTo(1_500);
        assertThat(price.changePercent()).isCloseTo(1.5228, within(0.0001));
    }

    @Test
    void a_fall_is_negative_in_dong_and_percent() {
        StockPrice price = priceOf(board(band(FPT, 98_500), trade(FPT, 93_000, 100)));

        assertThat(price.change()).isEqualTo(-5_500);
        assertThat(price.changePercent()).isCloseTo(-5.5838, within(0.0001));
    }

    @Test
    void without_a_trade_there_is_a_band_and_no_change() {
        StockPrice price = priceOf(board(band(FPT, 98_500)));

        assertThat(price).isEqualTo(new StockPrice(0, 98_500, 105_300, 91_700));
        assertThat(price.change()).isZero();
        assertThat(price.changePercent()).isZero();
    }

    @Test
    void without_a_reference_price_there_is_no_change() {
        StockPrice price = priceOf(board(trade(FPT, 98_500, 100)));

        assertThat(price).isEqualTo(new StockPrice(98_500, 0, 0, 0));
        assertThat(price.change()).isZero();
        assertThat(price.changePercent()).isZero();
    }

    @Test
    void a_new_band_keeps_the_last_price() {
        StockPrice price = priceOf(board(band(FPT, 98_500), trade(FPT, 100_000, 100), band(FPT, 100_000)));

        assertThat(price).isEqualTo(new StockPrice(100_000, 100_000, 107_000, 93_000));
    }

    private static StockPrice priceOf(MarketBoard board) {
        return Objects.requireNonNull(board.snapshot().prices().get(FPT), "price of FPT");
    }
}
