package org.tickcast.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.PriceBand;
import org.tickcast.market.Quote;
import org.tickcast.market.SessionClock;
import org.tickcast.market.Trade;
import org.tickcast.market.TradingBoard;
import org.tickcast.market.TradingCalendar;
import org.tickcast.market.TradingSession;

/** Where the invented market keeps the exchange's hours, its day goes through the exchange's phases. */
class SimulatedHoursTest {

    private static final SessionClock CLOCK = new SessionClock(TradingCalendar.vietnam());
    private static final SimulatedHours HOURS = SimulatedHours.ofTheExchange(CLOCK);

    @Nested
    class Given_a_whole_day {

        private static final RulesWatch RULES = new RulesWatch();
        private static final List<MarketEvent> DAY = new ArrayList<>();

        @BeforeAll
        static void let_it_pass() {
            play(Scenario.CALM, at("2026-11-20T08:40"), at("2026-11-20T15:05"), event -> {
                RULES.accept(event);
                DAY.add(event);
            });
        }

        @Test
        void the_rules_hold_in_auctions_too() {
            assertThat(RULES.broken).isEmpty();
        }

        @Test
        void continuous_trades_have_the_session_that_the_clock_says() {
            assertThat(RULES.trades)
                    .filteredOn(trade -> !trade.session().isAuction())
                    .isNotEmpty()
                    .allMatch(trade -> trade.session()
                            == CLOCK.phase(TradingBoard.HOSE, trade.at()).session());
        }

        @Test
        void each_auction_ends_with_one_trade_of_each_stock_at_its_last_moment() {
            assertThat(auction(TradingSession.ATO)).hasSize(30).allMatch(isAt("2026-11-20T09:15"));
            assertThat(auction(TradingSession.ATC)).hasSize(30).allMatch(isAt("2026-11-20T14:45"));
            assertThat(auction(TradingSession.ATC)).extracting(Trade::symbol).doesNotHaveDuplicates();
        }

        @Test
        void in_the_lunch_break_nothing_happens() {
            assertThat(DAY).noneMatch(isBetween("2026-11-20T11:30:00.010", "2026-11-20T13:00"));
        }

        @Test
        void after_the_close_nothing_happens() {
            assertThat(DAY).noneMatch(isBetween("2026-11-20T14:45:00.010", "2026-11-20T15:00"));
            assertThat(DAY).noneMatch(isBetween("2026-11-20T15:00:00.010", "2026-11-21T00:00"));
        }

        @Test
        void in_the_evening_all_books_are_empty() {
            assertThat(RULES.books.values())
                    .hasSize(30)
                    .allSatisfy(book ->
                            assertThat(book.bids().best() + book.asks().best()).isZero());
        }

        @Test
        void futures_trade_from_nine_with_an_auction_before() {
            assertThat(RULES.futures.get(0)).matches(isAt("2026-11-20T09:00"));
            assertThat(RULES.futures.get(0).volume()).isGreaterThanOrEqualTo(2_000);
            assertThat(RULES.futures).noneMatch(isBetween("2026-11-20T14:45:00.001", "2026-11-21T00:00"));
        }

        private List<Trade> auction(TradingSession session) {
            return RULES.trades.stream()
                    .filter(trade -> trade.session() == session)
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void auctions_and_lunch_keep_the_rules_on_every_kind_of_day(Scenario scenario) {
        assertThat(watched(scenario, "11:29:30", "11:31").broken).isEmpty();

        RulesWatch afternoon = watched(scenario, "12:59:30", "13:00:30");
        assertThat(afternoon.broken).isEmpty();
        assertThat(afternoon.trades).isNotEmpty();

        assertThat(watched(scenario, "14:29:30", "14:31").broken).isEmpty();

        RulesWatch close = watched(scenario, "14:44", "14:45:30");
        assertThat(close.broken).isEmpty();
        assertThat(close.trades).isNotEmpty();
    }

    private static RulesWatch watched(Scenario scenario, String from, String to) {
        RulesWatch rules = new RulesWatch();
        play(scenario, at("2026-11-20T" + from), at("2026-11-20T" + to), rules);
        return rules;
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T10:00, a Saturday",
        "2026-02-17T10:00, Tet",
        "2026-11-20T07:00, too early",
        "2026-11-20T12:00, the lunch break",
        "2026-11-20T20:00, the evening",
    })
    void while_the_exchange_is_closed_only_the_first_facts_are_told(LocalDateTime start, String why) {
        List<MarketEvent> events = new ArrayList<>();

        play(Scenario.CALM, at(start.toString()), at(start.toString()).plusSeconds(60), events::add);

        assertThat(events).as(why).hasSize(62).noneMatch(event -> event instanceof Trade || event instanceof Quote);
        assertThat(events).filteredOn(event -> event instanceof PriceBand).hasSize(30);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T08:59:59, false",
        "2026-11-20T09:00, true",
        "2026-11-20T11:29:59, true",
        "2026-11-20T11:30, false",
        "2026-11-20T14:44:59, true",
        "2026-11-20T14:45, false", // Only negotiated deals, of which there are none here.
        "2026-11-21T10:00, false",
    })
    void its_silence_is_no_fault_while_no_orders_come_in(String local, boolean takesOrders) {
        assertThat(HOURS.takesOrders(at(local))).isEqualTo(takesOrders);
    }

    @Test
    void more_goes_on_at_both_ends_of_the_day_than_around_lunch() {
        double opening = HOURS.activity(at("2026-11-20T09:15"));
        double noon = HOURS.activity(at("2026-11-20T11:15"));
        double closing = HOURS.activity(at("2026-11-20T14:29"));

        assertThat(opening).isGreaterThan(1.5 * noon);
        assertThat(closing).isGreaterThan(1.5 * noon);
    }

    private static void play(
            Scenario scenario, Instant from, Instant to, java.util.function.Consumer<MarketEvent> sink) {
        SimulationSettings settings =
                SimulationSettings.ofSeed(1).with(scenario).with(HOURS);
        SimulatedMarket market = new SimulatedMarket(settings, from);
        while (market.nextStep().isBefore(to)) {
            market.step(sink);
        }
    }

    private static Predicate<MarketEvent> isAt(String local) {
        Instant moment = at(local);
        return event -> event.at().equals(moment);
    }

    private static Predicate<MarketEvent> isBetween(String from, String to) {
        Instant first = at(from);
        Instant end = at(to);
        return event -> !event.at().isBefore(first) && event.at().isBefore(end);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SessionClock.ZONE).toInstant();
    }
}
