package org.tickcast.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tickcast.market.BoardLimits;
import org.tickcast.market.FuturesListing;
import org.tickcast.market.FuturesQuote;
import org.tickcast.market.FuturesRoll;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.MarketSnapshot;
import org.tickcast.market.PriceBand;
import org.tickcast.market.TradingCalendar;
import org.tickcast.market.Watchlist;
import org.tickcast.testing.EventFingerprint;

/** The seed and the start say everything that happens in the invented market. */
class SimulatedMarketTest {

    private static final int MINUTE_OF_STEPS = 6_000;

    @Test
    void the_same_seed_and_start_give_the_same_events() {
        assertThat(events(new SimulatedMarket(42, TEN), MINUTE_OF_STEPS))
                .isEqualTo(events(new SimulatedMarket(42, TEN), MINUTE_OF_STEPS));
    }

    @Test
    void another_seed_gives_another_market() {
        assertThat(events(new SimulatedMarket(42, TEN), 1)).isNotEqualTo(events(new SimulatedMarket(43, TEN), 1));
    }

    /** Pinned: whoever changes the market on purpose changes this too; another machine or Java must not. */
    @Test
    void on_any_machine_the_first_minute_of_seed_1_is_this_bit_for_bit() {
        EventFingerprint fingerprint = new EventFingerprint();

        events(new SimulatedMarket(1, TEN), MINUTE_OF_STEPS).forEach(fingerprint::add);

        assertThat(fingerprint.hex()).isEqualTo("1128bd49ba9447bceba232091dca0f04e4e73e4c9c7e911478e76a90100e238a");
    }

    @Test
    void time_goes_on_in_steps_of_10_ms_and_every_event_carries_its_own() {
        SimulatedMarket market = new SimulatedMarket(1, TEN);

        for (int step = 0; step < 100; step++) {
            Instant now = TEN.plusMillis(10L * step);

            assertThat(market.nextStep()).isEqualTo(now);
            assertThat(events(market, 1)).extracting(MarketEvent::at).allMatch(Predicate.isEqual(now));
        }
    }

    @Nested
    class Given_the_first_step {

        private final List<MarketEvent> first = events(new SimulatedMarket(1, TEN), 1);

        @Test
        void the_picture_is_complete() {
            MarketBoard board = new MarketBoard("test", Watchlist.vn30(), new BoardLimits(60, Duration.ofMinutes(1)));

            first.forEach(board::apply);
            MarketSnapshot market = board.snapshot();

            assertThat(market.prices()).hasSize(30).allSatisfy((symbol, price) -> {
                assertThat(price.last()).isPositive();
                assertThat(price.reference()).isPositive();
            });
            assertThat(market.indices()).containsOnlyKeys(Watchlist.VN30, Watchlist.VNINDEX);
            assertThat(market.foreign()).isNotNull();
            assertThat(market.futures()).isNotNull();
        }

        @Test
        void the_stocks_are_those_of_the_basket_in_its_order() {
            assertThat(first)
                    .filteredOn(event -> event instanceof PriceBand)
                    .extracting(event -> ((PriceBand) event).symbol())
                    .containsExactlyElementsOf(Watchlist.vn30().stocks());
        }
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void a_step_never_has_more_events_than_a_feed_makes_room_for(Scenario scenario) {
        ResetTime afterAMinute = new ResetTime(LocalTime.of(10, 1));
        SimulatedMarket market = new SimulatedMarket(
                SimulationSettings.ofSeed(Long.MAX_VALUE).with(scenario).with(afterAMinute), TEN);

        for (int step = 0; step < 3 * MINUTE_OF_STEPS; step++) {
            AtomicLong count = new AtomicLong();
            market.step(event -> count.incrementAndGet());

            assertThat(count.get()).isLessThanOrEqualTo(SimulatedMarket.MAX_EVENTS_PER_STEP);
        }
    }

    /** The smallest inbox that the settings allow holds 1,000. */
    @Test
    void a_step_fits_into_the_smallest_inbox() {
        assertThat(SimulatedMarket.MAX_EVENTS_PER_STEP).isLessThanOrEqualTo(1_000);
    }

    @Test
    void how_fast_it_is_played_does_not_change_what_happens() {
        assertThat(events(new SimulatedMarket(SimulationSettings.ofSeed(42).atSpeed(1_000), TEN), MINUTE_OF_STEPS))
                .isEqualTo(events(new SimulatedMarket(42, TEN), MINUTE_OF_STEPS));
    }

    @Test
    void another_scenario_gives_another_market() {
        SimulationSettings busy = SimulationSettings.ofSeed(42).with(Scenario.BUSY);

        assertThat(events(new SimulatedMarket(busy, TEN), 100)).isNotEqualTo(events(new SimulatedMarket(42, TEN), 100));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-11T03:00:00Z, VN30F2602",
        "2026-02-13T08:04:59Z, VN30F2602", // Friday, the contract's last afternoon: the third Thursday is in Tet
        "2026-02-13T08:05:00Z, VN30F2603", // and the end of that day
        "2026-01-31T03:00:00Z, VN30F2602",
        "2026-12-17T03:00:00Z, VN30F2612",
        "2026-12-18T03:00:00Z, VN30F2701",
    })
    void the_future_is_the_month_s_until_its_last_trading_day_and_then_the_next(Instant start, String contract) {
        assertThat(contractAt(start)).isEqualTo(contract);
    }

    @Test
    void by_the_older_rule_it_is_the_month_s_until_its_last_Thursday() {
        SimulationSettings older = SimulationSettings.ofSeed(1)
                .with(new FuturesListing(TradingCalendar.vietnam(), FuturesRoll.ON_LAST_THURSDAY));

        assertThat(contractAt(older, Instant.parse("2026-02-25T03:00:00Z"))).isEqualTo("VN30F2602");
        assertThat(contractAt(older, Instant.parse("2026-02-26T03:00:00Z"))).isEqualTo("VN30F2603");
    }

    @Test
    void where_digits_look_different_the_market_is_the_same() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertThat(contractAt(TEN)).isEqualTo("VN30F2602");
        } finally {
            Locale.setDefault(usual);
        }
    }

    private static String contractAt(Instant start) {
        return contractAt(SimulationSettings.ofSeed(1), start);
    }

    private static String contractAt(SimulationSettings settings, Instant start) {
        return events(new SimulatedMarket(settings, start), 1).stream()
                .filter(event -> event instanceof FuturesQuote)
                .map(event -> ((FuturesQuote) event).contract().code())
                .findFirst()
                .orElse("none");
    }

    private static List<MarketEvent> events(SimulatedMarket market, int steps) {
        List<MarketEvent> events = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            market.step(events::add);
        }
        return events;
    }
}
