package org.tickcast.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tickcast.market.BoardLimits;
import org.tickcast.market.DailyReset;
import org.tickcast.market.ForeignFlow;
import org.tickcast.market.FuturesTrade;
import org.tickcast.market.IndexValue;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.PriceBand;
import org.tickcast.market.SessionClock;
import org.tickcast.market.Symbol;
import org.tickcast.market.TickSize;
import org.tickcast.market.Trade;
import org.tickcast.market.TradingCalendar;
import org.tickcast.market.Watchlist;
import org.tickcast.testing.EventFingerprint;

/** One day of the invented market ends, and the next one begins where it closed. */
class SimulatedDaysTest {

    private static final SimulatedHours OF_THE_EXCHANGE =
            SimulatedHours.ofTheExchange(new SessionClock(TradingCalendar.vietnam()));

    /** The third Thursday of November, when a contract ends, and the Friday after it. */
    @Nested
    class Given_a_night_at_the_exchange {

        private static final Instant EVENING = at("2026-11-19T15:05");
        private static final Instant MIDNIGHT = at("2026-11-20T00:00");

        private static final RulesWatch RULES = new RulesWatch();
        private static final List<MarketEvent> EVENTS = new ArrayList<>();

        @BeforeAll
        static void let_it_pass() {
            play(
                    SimulationSettings.ofSeed(1).with(OF_THE_EXCHANGE),
                    at("2026-11-19T14:25"),
                    at("2026-11-20T09:16"),
                    event -> {
                        RULES.accept(event);
                        EVENTS.add(event);
                    });
        }

        @Test
        void the_day_ends_once() {
            assertThat(EVENTS)
                    .filteredOn(event -> event instanceof DailyReset)
                    .containsExactly(new DailyReset(EVENING));
        }

        @Test
        void until_midnight_nothing_happens() {
            assertThat(EVENTS)
                    .noneMatch(
                            event -> event.at().isAfter(EVENING) && event.at().isBefore(MIDNIGHT));
        }

        @Test
        void before_the_open_each_stock_has_a_new_band_around_its_close() {
            Map<Symbol, Long> closes = new HashMap<>();
            of(Trade.class, EVENTS).stream()
                    .filter(trade -> trade.at().isBefore(EVENING))
                    .forEach(trade -> closes.put(trade.symbol(), trade.price()));

            List<PriceBand> bands = of(PriceBand.class, EVENTS).subList(30, 60);

            assertThat(bands).allSatisfy(band -> {
                assertThat(band.at()).isEqualTo(MIDNIGHT);
                assertThat(band.reference()).isEqualTo(closes.get(band.symbol()));
                assertThat(band.ceiling()).isEqualTo(TickSize.ceilingFor(band.reference()));
                assertThat(band.floor()).isEqualTo(TickSize.floorFor(band.reference()));
            });
            assertThat(bands).extracting(PriceBand::symbol).doesNotHaveDuplicates();
        }

        @Test
        void nothing_is_traded_yet_and_foreigners_own_what_they_owned() {
            List<ForeignFlow> morning = of(ForeignFlow.class, EVENTS).stream()
                    .filter(flow -> flow.at().equals(MIDNIGHT))
                    .toList();

            assertThat(morning)
                    .hasSize(30)
                    .allMatch(flow -> flow.buyVolume() + flow.sellVolume() + flow.buyValue() + flow.sellValue() == 0)
                    .as("who began with a half of the room and traded has another part of it now")
                    .anyMatch(flow -> flow.currentRoom() != flow.totalRoom() / 2);
        }

        @Test
        void indices_are_measured_by_their_close() {
            for (Symbol index : Watchlist.vn30().indices()) {
                List<IndexValue> values = of(IndexValue.class, EVENTS).stream()
                        .filter(value -> value.index().equals(index))
                        .toList();
                double close = values.stream()
                        .filter(value -> value.at().isBefore(EVENING))
                        .reduce((earlier, later) -> later)
                        .orElseThrow()
                        .value();

                assertThat(values)
                        .filteredOn(value -> value.at().isAfter(EVENING))
                        .allSatisfy(value -> assertThat(value.priorValue()).isEqualTo(close));
                assertThat(values)
                        .filteredOn(value -> value.at().equals(MIDNIGHT))
                        .containsExactly(new IndexValue(
                                index, close, close, 0, 0, 0, index.equals(Watchlist.VN30) ? 30 : 380, MIDNIGHT));
            }
        }

        @Test
        void the_next_contract_is_in_front_and_measured_by_the_index() {
            List<FuturesTrade> trades = of(FuturesTrade.class, EVENTS);
            IndexValue close = RULES.vn30.stream()
                    .filter(value -> value.at().equals(MIDNIGHT))
                    .findFirst()
                    .orElseThrow();

            assertThat(trades)
                    .filteredOn(trade -> trade.at().isBefore(EVENING))
                    .allMatch(trade -> trade.contract().code().equals("VN30F2611"));
            assertThat(trades)
                    .filteredOn(trade -> trade.at().isAfter(EVENING))
                    .isNotEmpty()
                    .allSatisfy(trade -> {
                        assertThat(trade.contract().code()).isEqualTo("VN30F2612");
                        assertThat(trade.reference()).isEqualTo(Math.round(close.value() * 10) / 10.0);
                    });
        }

        @Test
        void the_rules_hold_on_both_days_and_every_fill_is_counted_on_its_own() {
            assertThat(RULES.broken).isEmpty();
            assertThat(RULES.volume()).isPositive();
        }
    }

    @Test
    void at_a_weekend_no_day_begins() {
        List<MarketEvent> events = new ArrayList<>();

        play(
                SimulationSettings.ofSeed(1).with(OF_THE_EXCHANGE),
                at("2026-11-21T15:04:50"),
                at("2026-11-23T00:00:01"),
                events::add);

        assertThat(events)
                .filteredOn(event -> event instanceof DailyReset)
                .containsExactly(new DailyReset(at("2026-11-21T15:05")));
        assertThat(events)
                .filteredOn(event -> event.at().isAfter(at("2026-11-21T15:05")))
                .isNotEmpty()
                .allMatch(event -> event.at().equals(at("2026-11-23T00:00")));
    }

    @Nested
    class Given_a_market_that_always_trades {

        private static final Instant AFTERNOON = at("2026-02-11T15:05");

        private static final RulesWatch RULES = new RulesWatch();
        private static final List<MarketEvent> EVENTS = new ArrayList<>();

        @BeforeAll
        static void let_it_pass() {
            play(SimulationSettings.ofSeed(1), AFTERNOON.minusSeconds(60), AFTERNOON.plusSeconds(60), event -> {
                RULES.accept(event);
                EVENTS.add(event);
            });
        }

        @Test
        void its_day_ends_too_and_the_next_one_begins_at_once() {
            int end = EVENTS.indexOf(new DailyReset(AFTERNOON));

            assertThat(of(PriceBand.class, EVENTS.subList(end, EVENTS.size())))
                    .hasSize(30)
                    .allMatch(band -> band.at().equals(AFTERNOON));
            assertThat(RULES.broken).isEmpty();
        }

        @Test
        void the_picture_is_complete_and_counts_from_nothing() {
            MarketBoard board = new MarketBoard("test", Watchlist.vn30(), new BoardLimits(60, Duration.ofMinutes(1)));
            EVENTS.stream().filter(event -> !event.at().isAfter(AFTERNOON)).forEach(board::apply);

            assertThat(board.snapshot().prices()).hasSize(30).allSatisfy((symbol, price) -> {
                assertThat(price.last()).isPositive();
                assertThat(price.reference()).isPositive();
            });
            assertThat(board.snapshot().stats())
                    .allSatisfy(
                            (symbol, stats) -> assertThat(stats.day().total()).isBetween(100L, 10_000L));
            assertThat(board.snapshot().futures()).isNotNull();
        }

        @Test
        void the_same_contract_is_measured_by_its_own_close() {
            List<FuturesTrade> trades = RULES.futures;
            FuturesTrade close = trades.stream()
                    .filter(trade -> trade.at().isBefore(AFTERNOON))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();

            assertThat(trades)
                    .filteredOn(trade -> !trade.at().isBefore(AFTERNOON))
                    .allSatisfy(trade -> {
                        assertThat(trade.contract()).isEqualTo(close.contract());
                        assertThat(trade.reference()).isEqualTo(close.price());
                    });
        }

        @Test
        void the_same_seed_and_start_give_the_same_next_day() {
            List<MarketEvent> again = new ArrayList<>();

            play(SimulationSettings.ofSeed(1), AFTERNOON.minusSeconds(60), AFTERNOON.plusSeconds(60), again::add);

            assertThat(again).isEqualTo(EVENTS);
        }

        /** Pinned, as the first minute is. */
        @Test
        void on_any_machine_it_is_this_bit_for_bit() {
            EventFingerprint fingerprint = new EventFingerprint();

            EVENTS.forEach(fingerprint::add);

            assertThat(fingerprint.hex()).isEqualTo("e48e404212293c903de1e7b974f575033c481f9280f814a8d02bd6aede361973");
        }
    }

    @Test
    void in_the_evening_of_its_last_day_a_contract_is_behind() {
        List<MarketEvent> events = new ArrayList<>();

        play(SimulationSettings.ofSeed(1), at("2026-02-13T15:04:59"), at("2026-02-13T15:05:01"), events::add);

        assertThat(of(FuturesTrade.class, events))
                .extracting(trade -> trade.contract().code())
                .startsWith("VN30F2602")
                .endsWith("VN30F2603");
    }

    @Test
    void a_day_may_end_whenever_one_likes() {
        RulesWatch rules = new RulesWatch();
        List<MarketEvent> events = new ArrayList<>();
        SimulationSettings atNineFive = SimulationSettings.ofSeed(1)
                .with(Scenario.BUSY)
                .with(OF_THE_EXCHANGE)
                .with(new ResetTime(LocalTime.of(9, 5)));

        play(atNineFive, at("2026-11-20T09:04:30"), at("2026-11-20T09:05:30"), event -> {
            rules.accept(event);
            events.add(event);
        });

        assertThat(events).contains(new DailyReset(at("2026-11-20T09:05")));
        assertThat(rules.broken).isEmpty();
    }

    @Test
    void a_market_crashes_once_and_not_every_day() {
        RulesWatch rules = new RulesWatch();
        SimulationSettings crash =
                SimulationSettings.ofSeed(1).with(Scenario.CRASH).with(new ResetTime(LocalTime.of(10, 5)));

        play(crash, TEN, TEN.plusSeconds(1_500), rules);

        IndexValue secondDay = rules.vn30.get(rules.vn30.size() - 1);
        assertThat(secondDay.priorValue())
                .as("as it was when half of the fall was over")
                .isLessThan(1_950);
        assertThat(secondDay.value()).as("after the other half").isBetween(1_780.0, 1_890.0);
        assertThat(rules.broken).isEmpty();
    }

    private static <E extends MarketEvent> List<E> of(Class<E> kind, List<MarketEvent> events) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static void play(SimulationSettings settings, Instant from, Instant to, Consumer<MarketEvent> sink) {
        SimulatedMarket market = new SimulatedMarket(settings, from);
        while (market.nextStep().isBefore(to)) {
            market.step(sink);
        }
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SessionClock.ZONE).toInstant();
    }
}
