package org.tickcast.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickcast.admission.Token;
import org.tickcast.feed.IngestFeed;
import org.tickcast.feed.SimulatedHours;
import org.tickcast.feed.SimulationSettings;
import org.tickcast.feed.TapePlayback;
import org.tickcast.market.SessionClock;
import org.tickcast.market.TradingCalendar;
import org.tickcast.rest.IngestLimits;
import org.tickcast.testing.HandCrankedMetronome;
import org.tickcast.testing.SettableClock;
import org.tickcast.wire.EventCodec;

/** Whichever feed is chosen brings its time, and says when its silence is no fault. */
class FedMarketTest {

    private static final SessionClock EXCHANGE = new SessionClock(TradingCalendar.vietnam());
    private static final SimulationSettings SIMULATED = SimulationSettings.ofSeed(1);

    private final SettableClock clock = new SettableClock(vietnam("2026-02-11T10:00:00"));
    private final IngestFeed ingest = new IngestFeed(new EventCodec());

    @ParameterizedTest
    @CsvSource({
        "2026-02-11T08:59:59, false",
        "2026-02-11T09:00:00, true", // the opening auction
        "2026-02-11T10:00:00, true",
        "2026-02-11T12:00:00, false",
        "2026-02-11T14:44:59, true", // the closing auction
        "2026-02-11T14:45:00, false", // deals only
        "2026-02-14T10:00:00, false", // Saturday
        "2026-02-17T10:00:00, false", // Tet
    })
    void producers_and_a_simulated_exchange_need_to_speak_only_while_orders_meet(String local, boolean mustSpeak) {
        clock.set(vietnam(local));

        assertThat(fed(pushed()).mustSpeak()).isEqualTo(mustSpeak);
        assertThat(fed(simulated(SIMULATED.with(SimulatedHours.ofTheExchange(EXCHANGE)), null))
                        .mustSpeak())
                .isEqualTo(mustSpeak);
    }

    @Test
    void what_producers_push_in_happens_now() {
        FedMarket market = fed(pushed());
        clock.advance(Duration.ofHours(1));

        assertThat(market.feed()).isSameAs(ingest);
        assertThat(market.time().now()).isEqualTo(vietnam("2026-02-11T11:00:00"));
    }

    @Test
    void a_simulated_market_has_its_own_time_which_may_run_faster() {
        FedMarket market = fed(simulated(SIMULATED.atSpeed(60), vietnam("2026-02-12T09:00:00")));
        clock.advance(Duration.ofMinutes(1));

        assertThat(market.time().now()).isEqualTo(vietnam("2026-02-12T10:00:00"));
    }

    @Test
    void a_clock_that_is_set_back_holds_no_market_up_that_is_played_here() {
        SettableClock steady = new SettableClock(vietnam("2026-02-11T10:00:00"));
        FedMarket played =
                FedMarket.of(simulated(SIMULATED, null), ingest, EXCHANGE, clock, steady, new HandCrankedMetronome());
        FedMarket pushed = FedMarket.of(pushed(), ingest, EXCHANGE, clock, steady, new HandCrankedMetronome());
        clock.advance(Duration.ofHours(-1));
        steady.advance(Duration.ofSeconds(1));

        assertThat(played.time().now()).isEqualTo(vietnam("2026-02-11T10:00:01"));
        assertThat(pushed.time().now()).isEqualTo(vietnam("2026-02-11T09:00:00"));
    }

    @Test
    void one_that_trades_around_the_clock_must_always_speak() {
        clock.set(vietnam("2026-02-14T03:00:00"));

        assertThat(fed(simulated(SIMULATED, null)).mustSpeak()).isTrue();
    }

    @Test
    void so_must_a_tape_and_until_it_plays_its_time_is_ours() {
        clock.set(vietnam("2026-02-14T03:00:00"));
        TapePlayback playback =
                new TapePlayback(Path.of("no-tape"), 1, null, false, TapePlayback.Times.ORIGINAL, Duration.ofHours(2));

        FedMarket market = fed(settings(SIMULATED, null, playback, null));

        assertThat(market.mustSpeak()).isTrue();
        assertThat(market.time().now()).isEqualTo(clock.instant());
    }

    private FedMarket fed(FeedSettings settings) {
        return FedMarket.of(settings, ingest, EXCHANGE, clock, clock, new HandCrankedMetronome());
    }

    private static FeedSettings pushed() {
        return settings(SIMULATED, null, null, new Token("of-the-producers"));
    }

    private static FeedSettings simulated(SimulationSettings simulation, @Nullable Instant start) {
        return settings(simulation, start, null, null);
    }

    private static FeedSettings settings(
            SimulationSettings simulation,
            @Nullable Instant start,
            @Nullable TapePlayback playback,
            @Nullable Token producers) {
        FeedSettings usual = SampleFeedSettings.DEFAULTS;
        IngestLimits limits = usual.ingest().limits();
        return new FeedSettings(
                simulation,
                usual.endsItsOwnDays(),
                start,
                playback,
                new IngestSettings(producers, limits),
                null,
                usual.supervision(),
                usual.inboxEvents());
    }

    private static Instant vietnam(String time) {
        return LocalDateTime.parse(time).atZone(SessionClock.ZONE).toInstant();
    }
}
