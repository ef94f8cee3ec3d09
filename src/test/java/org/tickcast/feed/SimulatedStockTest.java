package org.tickcast.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tickcast.market.Depth;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.Quote;
import org.tickcast.market.Trade;

/** An invented stock comes as far as the ends of its band, and no further. */
class SimulatedStockTest {

    private static final int TRADES = 20_000;

    /** So cheap that its band, from 930 to 1,070 dong, is only fourteen steps wide. */
    @Nested
    class Given_a_stock_of_1000_dong {

        private final SimulatedStock stock = new SimulatedStock(FPT, 1_000, 1, 1_000_000, TEN, new Random(1));
        private final List<MarketEvent> events = new ArrayList<>();

        @Test
        void when_everybody_buys_it_trades_at_the_ceiling_and_never_above() {
            trade(1);

            assertThat(prices().max()).hasValue(1_070);
        }

        @Test
        void when_everybody_sells_it_trades_at_the_floor_and_never_below() {
            trade(-1);

            assertThat(prices().min()).hasValue(930);
        }

        @Test
        void at_both_ends_somebody_still_stands_on_each_side() {
            trade(1);
            trade(-1);

            assertThat(sides()).allSatisfy(side -> assertThat(side.best()).isBetween(930L, 1_070L));
        }

        private void trade(double mood) {
            for (int i = 0; i < TRADES; i++) {
                stock.trade(mood, TEN, events::add);
            }
        }

        private LongStream prices() {
            return events.stream().filter(event -> event instanceof Trade).mapToLong(event -> ((Trade) event).price());
        }

        private Stream<Depth> sides() {
            return events.stream()
                    .filter(event -> event instanceof Quote)
                    .flatMap(event -> Stream.of(((Quote) event).bids(), ((Quote) event).asks()));
        }
    }
}
