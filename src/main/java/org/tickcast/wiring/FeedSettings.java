package org.tickcast.wiring;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickcast.feed.Durability;
import org.tickcast.feed.RecordingLimits;
import org.tickcast.feed.ResetTime;
import org.tickcast.feed.Scenario;
import org.tickcast.feed.SimulatedHours;
import org.tickcast.feed.SimulationSettings;
import org.tickcast.feed.SupervisionLimits;
import org.tickcast.feed.TapePlayback;
import org.tickcast.market.SessionClock;

/**
 * Where the market comes from, and what is done with it on its way to the board.
 *
 * @param endsItsOwnDays whether the feed says itself when a day is over; for one that does not, the clock does
 * @param start the moment at which the simulated market starts; null means now
 * @param playback how a tape is played; null when none is
 * @param ingest how others push the market in, if they may
 * @param recording where a tape is written; null when none is
 */
record FeedSettings(
        SimulationSettings simulation,
        boolean endsItsOwnDays,
        @Nullable Instant start,
        @Nullable TapePlayback playback,
        IngestSettings ingest,
        @Nullable RecordingLimits recording,
        SupervisionLimits supervision,
        int inboxEvents) {

    private static final String SIMULATED = "simulated";
    private static final String TAPE = "tape";
    private static final Set<String> END_THEIR_OWN_DAYS = Set.of(SIMULATED, TAPE);
    private static final String INGEST = "ingest";
    private static final Path NOWHERE = Path.of("");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long MEGABYTE = 1 << 20;

    private static final Map<String, Scenario> SCENARIOS =
            Map.of("calm", Scenario.CALM, "busy", Scenario.BUSY, "crash", Scenario.CRASH);
    private static final Map<String, TapePlayback.Times> TIMES =
            Map.of("original", TapePlayback.Times.ORIGINAL, "now", TapePlayback.Times.NOW);
    private static final Map<String, Boolean> SWITCH = Map.of("true", true, "false", false);

    /** When days end, whoever says so. */
    ResetTime reset() {
        return simulation.reset();
    }

    static FeedSettings read(SettingsReader in, MarketSettings market, @Nullable String clientsToken) {
        String source = in.oneOf("tickcast.feed", SIMULATED, Set.of(SIMULATED, TAPE, INGEST));
        double speed = in.decimal("tickcast.feed.speed", SimulationSettings.LEAST_SPEED, SimulationSettings.MOST_SPEED);
        return new FeedSettings(
                simulation(in, market, speed),
                END_THEIR_OWN_DAYS.contains(source),
                in.moment("tickcast.feed.start"),
                playback(in, source.equals(TAPE), speed),
                IngestSettings.read(in, source.equals(INGEST), clientsToken),
                recording(in),
                supervision(in),
                in.wholeNumber("tickcast.feed.inbox-events", 1_000, 10_000_000));
    }

    private static SimulationSettings simulation(SettingsReader in, MarketSettings market, double speed) {
        Map<String, SimulatedHours> hours = Map.of(
                "around-the-clock",
                SimulatedHours.AROUND_THE_CLOCK,
                "exchange",
                SimulatedHours.ofTheExchange(new SessionClock(market.calendar())));
        return new SimulationSettings(
                in.wholeNumber("tickcast.feed.seed", Long.MIN_VALUE, Long.MAX_VALUE),
                in.choice("tickcast.feed.scenario", "calm", SCENARIOS),
                in.choice("tickcast.feed.hours", "around-the-clock", hours),
                new ResetTime(in.timeOfDay("tickcast.market.reset-at")),
                market.futures(),
                speed);
    }

    /** Read whether it is wanted or not, so that a mistake is found before the day it is. */
    private static @Nullable TapePlayback playback(SettingsReader in, boolean wanted, double speed) {
        Path tape = in.path("tickcast.tape.path");
        if (wanted && tape == null) {
            in.missing("tickcast.tape.path", "tickcast.feed is tape");
        }
        TapePlayback playback = new TapePlayback(
                tape == null ? NOWHERE : tape,
                speed,
                in.moment("tickcast.tape.from"),
                in.choice("tickcast.tape.loop", "false", SWITCH),
                in.choice("tickcast.tape.times", "original", TIMES),
                in.duration("tickcast.tape.longest-gap", SECOND, Duration.ofDays(30)));
        return wanted ? playback : null;
    }

    private static @Nullable RecordingLimits recording(SettingsReader in) {
        Path directory = in.path("tickcast.record.directory");
        RecordingLimits limits = new RecordingLimits(
                directory == null ? NOWHERE : directory,
                in.wholeNumber("tickcast.record.file-bytes", MEGABYTE, 100 * 1024 * MEGABYTE),
                in.wholeNumber("tickcast.record.waiting-events", 1_000, 10_000_000),
                new Durability(
                        in.wholeNumber("tickcast.record.sync-events", 1, 1_000_000),
                        in.duration("tickcast.record.sync-time", Duration.ofMillis(50), HOUR)));
        return directory == null ? null : limits;
    }

    private static SupervisionLimits supervision(SettingsReader in) {
        Duration firstRetry = in.duration("tickcast.feed.first-retry", Duration.ofMillis(100), Duration.ofMinutes(1));
        return new SupervisionLimits(
                in.duration("tickcast.feed.stale-after", SECOND, HOUR),
                firstRetry,
                in.duration("tickcast.feed.longest-retry", firstRetry, HOUR));
    }
}
