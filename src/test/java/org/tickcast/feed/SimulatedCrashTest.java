package org.tickcast.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tickcast.market.IndexValue;
import org.tickcast.market.Quote;
import org.tickcast.market.Symbol;
import org.tickcast.market.TickSize;
import org.tickcast.market.Trade;

/** In a crash everything falls to the floor within minutes, and then hardly anybody is left. */
class SimulatedCrashTest {

    private static final RulesWatch CRASH = new RulesWatch();
    private static final RulesWatch FIRST_MINUTE = new RulesWatch();
    private static final RulesWatch FIVE_MINUTES = new RulesWatch();

    @BeforeAll
    static void let_it_happen() {
        play(Duration.ofMinutes(1), FIRST_MINUTE);
        play(Duration.ofMinutes(5), FIVE_MINUTES);
        play(Duration.ofMinutes(15), CRASH);
    }

    @Test
    void the_rules_hold() {
        assertThat(CRASH.broken).isEmpty();
    }

    @Test
    void most_stocks_reach_the_floor() {
        Set<Symbol> atTheFloor = CRASH.trades.stream()
                .filter(CRASH::isAtTheFloor)
                .map(Trade::symbol)
                .collect(Collectors.toSet());

        assertThat(atTheFloor).hasSizeGreaterThan(20);
    }

    @Test
    void the_index_loses_more_than_five_percent_within_minutes() {
        assertThat(last(FIRST_MINUTE.vn30)).isGreaterThan(1_980 * 0.99);
        assertThat(last(CRASH.vn30)).isLessThan(1_980 * 0.95);
    }

    @Test
    void spreads_are_wide_while_prices_fall() {
        assertThat(spread(FIVE_MINUTES)).isGreaterThan(3 * spread(FIRST_MINUTE));
    }

    @Test
    void afterwards_hardly_anybody_is_left() {
        long falling = tradesBetween(2, 9);
        long after = tradesBetween(10, 15);

        assertThat(after / 5.0).isLessThan(falling / 7.0 / 3);
    }

    private static long tradesBetween(int fromMinute, int toMinute) {
        return CRASH.trades.stream()
                .filter(trade -> !trade.at().isBefore(TEN.plus(Duration.ofMinutes(fromMinute)))
                        && trade.at().isBefore(TEN.plus(Duration.ofMinutes(toMinute))))
                .count();
    }

    /** On average, in steps; a side on which nobody stands counts as ten. */
    private static double spread(RulesWatch watch) {
        return watch.books.values().stream()
                .mapToDouble(SimulatedCrashTest::spread)
                .average()
                .orElseThrow();
    }

    private static double spread(Quote book) {
        long bid = book.bids().best();
        long ask = book.asks().best();
        return bid == 0 || ask == 0 ? 10 : (double) (ask - bid) / TickSize.at(bid);
    }

    private static double last(List<IndexValue> values) {
        return values.get(values.size() - 1).value();
    }

    private static void play(Duration length, RulesWatch watch) {
        SimulatedMarket market =
                new SimulatedMarket(SimulationSettings.ofSeed(1).with(Scenario.CRASH), TEN);
        while (market.nextStep().isBefore(TEN.plus(length))) {
            market.step(watch);
        }
    }
}
