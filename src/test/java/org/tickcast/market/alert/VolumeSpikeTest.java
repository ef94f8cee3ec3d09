package org.tickcast.market.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.market.alert.Signals.BAND;
import static org.tickcast.market.alert.Signals.said;
import static org.tickcast.market.alert.Signals.trade;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.VNM;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickcast.market.Symbol;
import org.tickcast.market.Trade;
import org.tickcast.market.TradingSession;

/** A trade that is more than three times the mean of the last twenty minutes. */
class VolumeSpikeTest {

    private static final Duration WINDOW = Duration.ofMinutes(20);

    private final VolumeSpikeRule rule = new VolumeSpikeRule(AlertLimits.DEFAULTS.volumeSpike(), 2, Quiet.NEVER);

    @ParameterizedTest
    @CsvSource({"2700, false", "2701, true"})
    void a_trade_must_exceed_three_times_the_mean_that_it_is_part_of(long volume, boolean spike) {
        before(9, 700);

        assertThat(isSpike(trade(volume, Duration.ofSeconds(9)))).isEqualTo(spike);
    }

    @ParameterizedTest
    @CsvSource({"8, false", "9, true"})
    void a_mean_needs_ten_trades(int earlier, boolean spike) {
        before(earlier, 100);

        assertThat(isSpike(trade(100_000, Duration.ofSeconds(9)))).isEqualTo(spike);
    }

    @Test
    void a_trade_of_exactly_twenty_minutes_ago_still_counts() {
        before(1, 700);
        later(8, 700, Duration.ofMinutes(10));

        assertThat(isSpike(trade(2_701, WINDOW))).isTrue();
    }

    @Test
    void a_trade_of_more_than_twenty_minutes_ago_does_not() {
        before(1, 700);
        later(8, 700, Duration.ofMinutes(10));

        assertThat(isSpike(trade(2_701, WINDOW.plusNanos(1_000)))).isFalse();
    }

    @Test
    void the_mean_is_of_twelve_hundred_trades_at_most() {
        before(300, 1_000_000);
        before(1_199, 100);

        assertThat(isSpike(trade(301, Duration.ofSeconds(9)))).isTrue();
    }

    @Test
    void a_spike_tells_its_numbers() {
        before(9, 700);

        Signal signal = said(rule.traded(trade(12_345, Duration.ofSeconds(9)), BAND));

        assertThat(signal.type()).isEqualTo(AlertType.VOLUME_SPIKE);
        assertThat(signal.symbol()).isEqualTo(FPT);
        assertThat(signal.at()).isEqualTo(TEN.plusSeconds(9));
        assertThat(signal.message()).isEqualTo("FPT: 12,345 shares in one trade, 6.6 times the average");
        assertThat(signal.data().keySet()).containsExactly("last_vol", "avg_vol", "ratio", "price");
        assertThat(signal.data())
                .containsEntry("last_vol", 12_345L)
                .containsEntry("avg_vol", 1_864.5)
                .containsEntry("ratio", 6.6)
                .containsEntry("price", 98_500L);
    }

    @Test
    void each_stock_has_its_own_mean() {
        before(9, 700);

        assertThat(isSpike(tradeOf(VNM, 100_000))).isFalse();
    }

    @Test
    void a_stock_too_many_is_not_followed_and_the_known_ones_are() {
        Symbol third = new Symbol("ACB");
        before(9, 700);
        rule.traded(tradeOf(VNM, 100), BAND);
        for (int i = 0; i < 9; i++) {
            rule.traded(tradeOf(third, 700), BAND);
        }

        assertThat(isSpike(tradeOf(third, 100_000))).isFalse();
        assertThat(isSpike(tradeOf(FPT, 100_000))).isTrue();
    }

    @Test
    void the_largest_volumes_there_are_do_not_overflow() {
        Trade largest = new Trade(FPT, 1, 1_000_000_000_000_000L, TradingSession.CONTINUOUS, TEN);

        for (int i = 0; i < 2_000; i++) {
            assertThat(isSpike(largest)).isFalse();
        }
    }

    @Test
    void a_clock_that_jumps_back_a_little_changes_nothing() {
        before(9, 700);

        assertThat(isSpike(trade(2_701, Duration.ofMinutes(-5)))).isTrue();
    }

    @Test
    void a_clock_that_jumps_back_by_more_than_the_window_starts_a_new_mean() {
        before(9, 700);

        assertThat(isSpike(trade(100_000, Duration.ofMinutes(-21)))).isFalse();
    }

    @Test
    void a_new_day_starts_a_new_mean() {
        before(9, 700);

        rule.clear();

        assertThat(isSpike(trade(100_000, Duration.ofSeconds(9)))).isFalse();
    }

    private void before(int trades, long volume) {
        later(trades, volume, Duration.ZERO);
    }

    private void later(int trades, long volume, Duration after) {
        for (int i = 0; i < trades; i++) {
            rule.traded(trade(volume, after), BAND);
        }
    }

    private boolean isSpike(Trade trade) {
        return rule.traded(trade, BAND) != null;
    }

    private static Trade tradeOf(Symbol symbol, long volume) {
        return new Trade(symbol, 98_500, volume, TradingSession.CONTINUOUS, TEN);
    }
}
