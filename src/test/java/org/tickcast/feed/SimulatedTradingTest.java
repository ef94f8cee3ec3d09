package org.tickcast.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tickcast.market.FuturesTrade;
import org.tickcast.market.IndexValue;
import org.tickcast.market.Trade;

/** The invented exchange keeps the rules of the real one, whatever kind of day it is. */
class SimulatedTradingTest {

    /** An hour of a market that always trades. */
    @Nested
    class Given_an_ordinary_hour {

        private static final RulesWatch HOUR = new RulesWatch();

        @BeforeAll
        static void let_it_pass() {
            play(Scenario.CALM, Duration.ofHours(1), HOUR);
        }

        @Test
        void prices_are_on_a_step_and_in_the_band_books_never_cross_and_every_fill_is_counted() {
            assertThat(HOUR.broken).isEmpty();
            assertThat(HOUR.volume()).isPositive();
        }

        @Test
        void no_stock_stands_still() {
            assertThat(HOUR.bands.keySet())
                    .hasSize(30)
                    .allSatisfy(symbol -> assertThat(HOUR.trades.stream()
                                    .filter(trade -> trade.symbol().equals(symbol))
                                    .map(Trade::price)
                                    .distinct())
                            .hasSizeGreaterThan(3));
        }

        @Test
        void there_are_tens_of_trades_a_second() {
            assertThat(HOUR.trades.size() / 3_600.0).isBetween(10.0, 60.0);
        }

        @Test
        void the_index_moves_every_ten_minutes() {
            List<Double> values = HOUR.vn30.stream().map(IndexValue::value).toList();

            for (int from = 0; from + 600 <= values.size(); from += 600) {
                assertThat(new HashSet<>(values.subList(from, from + 600)))
                        .as("values of VN30 in the ten minutes from second %d", from)
                        .hasSizeGreaterThan(100);
            }
        }

        @Test
        void the_market_s_index_has_more_stocks_and_shares_than_that_of_the_thirty() {
            IndexValue thirty = last(HOUR.vn30);
            IndexValue whole = last(HOUR.vnIndex);

            assertThat(thirty.advances() + thirty.declines() + thirty.unchanged())
                    .isEqualTo(30);
            assertThat(whole.advances() + whole.declines() + whole.unchanged()).isEqualTo(380);
            assertThat(whole.totalVolume()).isGreaterThan(thirty.totalVolume() * 3 / 2);
            assertThat(whole.value() / whole.priorValue()).isNotEqualTo(thirty.value() / thirty.priorValue());
        }

        @Test
        void foreigners_buy_more_of_some_stocks_and_sell_more_of_others() {
            Set<Integer> leanings = HOUR.flows.values().stream()
                    .map(flow -> Long.signum(flow.buyVolume() - flow.sellVolume()))
                    .collect(Collectors.toSet());

            assertThat(leanings).contains(1, -1);
        }

        @Test
        void the_future_keeps_near_the_index() {
            assertThat(HOUR.futures)
                    .extracting(FuturesTrade::price)
                    .allSatisfy(price -> assertThat(price).isBetween(1_980 * 0.93, 1_980 * 1.07));
            assertThat(last(HOUR.futures).price() - last(HOUR.vn30).value()).isBetween(-15.5, 15.5);
        }
    }

    /** Two minutes of the fullest day. */
    @Nested
    class Given_a_busy_market {

        @Test
        void every_second_has_5000_events_and_the_rules_hold() {
            RulesWatch watch = new RulesWatch();
            long[] bySecond = new long[120];

            SimulatedMarket market = market(Scenario.BUSY);
            while (market.nextStep().isBefore(TEN.plusSeconds(120))) {
                market.step(event -> {
                    bySecond[(int) Duration.between(TEN, event.at()).toSeconds()]++;
                    watch.accept(event);
                });
            }

            assertThat(LongStream.of(bySecond).min().orElseThrow()).isGreaterThanOrEqualTo(5_000);
            assertThat(watch.broken).isEmpty();
        }
    }

    private static void play(Scenario scenario, Duration length, RulesWatch watch) {
        SimulatedMarket market = market(scenario);
        while (market.nextStep().isBefore(TEN.plus(length))) {
            market.step(watch);
        }
    }

    private static SimulatedMarket market(Scenario scenario) {
        return new SimulatedMarket(SimulationSettings.ofSeed(1).with(scenario), TEN);
    }

    private static <T> T last(List<T> values) {
        return values.get(values.size() - 1);
    }
}
