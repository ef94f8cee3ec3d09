package org.tickcast.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.trade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickcast.feed.TapePlayback.Times;
import org.tickcast.market.DailyReset;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.MarketSnapshot;
import org.tickcast.market.Trade;
import org.tickcast.market.TradingSession;
import org.tickcast.testing.HandCrankedMetronome;
import org.tickcast.testing.LogRecorder;
import org.tickcast.testing.SampleMarket;
import org.tickcast.testing.SettableClock;
import org.tickcast.testing.TapeFile;

/** However often a tape begins again, the board counts each of its events once. */
class TapeRoundsTest {

    private static final Instant LATER = Instant.parse("2026-11-21T07:00:00Z");
    private static final Instant END = Instant.parse("2026-02-11T08:05:00Z");

    private final SettableClock clock = new SettableClock(LATER);
    private final HandCrankedMetronome metronome = new HandCrankedMetronome();
    private final List<MarketEvent> played = new ArrayList<>();
    private final MarketBoard board = SampleMarket.board();
    private final Path directory;

    private Inbox inbox = new Inbox(1_000);

    TapeRoundsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Nested
    class Given_an_hour_of_a_simulated_market {

        private final List<MarketEvent> hour = new ArrayList<>();
        private final TapeFeed feed = feed(true, Times.ORIGINAL);

        @BeforeEach
        void record() throws IOException {
            SimulatedMarket market = new SimulatedMarket(1, TEN);
            for (int minute = 0; minute < 60; minute++) {
                market.step(event -> hour.add(Retimed.at(TEN.plusSeconds(60L * hour.size()), event)));
            }
            TapeFile.write(directory.resolve("tape-000001-2026-02-11.ndjson.gz"), hour);
            inbox = new Inbox(100_000);
            feed.start(inbox);
        }

        @Test
        void in_a_loop_each_round_ends_with_the_same_picture() {
            beatUntilPlayed(hour.size());
            MarketSnapshot first = board.snapshot();

            beatUntilPlayed(2 * hour.size() + 1);

            assertThat(board.snapshot()).isEqualTo(first);
        }

        @Test
        void sought_backwards_the_picture_is_that_of_the_moment() {
            MarketBoard then = SampleMarket.board();
            hour.subList(0, 100).forEach(then::apply);
            beatUntilPlayed(200);

            feed.seek(hour.get(99).at().plusMillis(1));
            beat();

            assertThat(board.snapshot()).isEqualTo(then.snapshot());
        }

        @Test
        void sought_forwards_nothing_is_forgotten() {
            beatUntilPlayed(10);

            feed.seek(hour.get(99).at().plusMillis(1));
            beat();

            assertThat(played).isEqualTo(hour.subList(0, 100));
        }

        private void beatUntilPlayed(int events) {
            while (played.size() < events) {
                clock.advance(Duration.ofSeconds(60));
                beat();
            }
        }
    }

    @Nested
    class Given_two_days_with_an_end_between_them {

        private final List<MarketEvent> days = List.of(
                trade(FPT, 98_500, 100),
                new DailyReset(END),
                new Trade(FPT, 99_000, 200, TradingSession.CONTINUOUS, END.plusSeconds(1)));

        @BeforeEach
        void record() throws IOException {
            TapeFile.write(directory.resolve("tape-000001-2026-02-11.ndjson.gz"), days);
        }

        @Test
        void the_end_is_played_as_it_was_recorded() {
            feed(false, Times.ORIGINAL).start(inbox);
            playAll();

            assertThat(played).isEqualTo(days);
        }

        @Test
        void with_the_times_of_the_playing_it_ends_now() {
            feed(false, Times.NOW).start(inbox);
            playAll();

            assertThat(played)
                    .hasSize(3)
                    .contains(new DailyReset(LATER.plus(Duration.between(TEN, END))))
                    .extracting(MarketEvent::at)
                    .isSorted()
                    .allMatch(at -> !at.isBefore(LATER));
        }

        @Test
        void with_the_times_of_the_playing_a_new_round_begins_when_its_first_event_does() {
            TapeFeed feed = feed(false, Times.NOW);
            feed.start(inbox);
            playAll();
            feed.close();
            played.clear();

            feed.start(inbox);
            beat();

            assertThat(played).extracting(MarketEvent::at).containsExactly(clock.instant(), clock.instant());
            assertThat(played.get(0)).isInstanceOf(DailyReset.class);
        }

        @Test
        void an_inbox_with_one_place_gets_the_end_first_and_then_the_event() {
            inbox = new Inbox(1);
            TapeFeed feed = feed(false, Times.ORIGINAL);
            feed.start(inbox);
            beat();
            feed.close();
            feed.start(inbox);

            metronome.beat();
            beat();
            beat();

            assertThat(played).containsExactly(days.get(0), new DailyReset(TEN), days.get(0));
        }

        @Test
        void begun_again_before_anything_was_played_it_has_nothing_to_forget() {
            inbox = new Inbox(1);
            inbox.offer(trade(FPT, 98_500, 900));
            TapeFeed feed = feed(false, Times.ORIGINAL);
            feed.start(inbox);
            metronome.beat();
            feed.close();
            inbox = new Inbox(10);

            feed.start(inbox);
            beat();

            assertThat(played).containsExactly(days.get(0));
        }

        private void playAll() {
            beat();
            clock.advance(Duration.between(TEN, END));
            beat();
            clock.advance(Duration.ofSeconds(1));
            beat();
        }
    }

    /** Whoever supervises a feed holds the one object of it, so its handles outlive every restart. */
    @Nested
    class Given_a_supervised_tape {

        private final Path file = directory.resolve("tape-000001-2026-02-11.ndjson.gz");
        private final List<MarketEvent> trades = List.of(tradeAt(0), tradeAt(1), tradeAt(2), tradeAt(3), tradeAt(4));
        private final FeedSupervisor supervisor = supervisor(feed(true, Times.ORIGINAL));

        @BeforeEach
        void record() throws IOException {
            TapeFile.write(file, trades);
            try (LogRecorder quiet = new LogRecorder(FeedSupervisor.class)) {
                supervisor.start(inbox);
                beat();
                beat();
                assertThat(quiet.lines()).hasSize(1);
            }
        }

        @Test
        void its_handles_pause_it_and_let_it_go_on() {
            tape().pause();
            pass(Duration.ofSeconds(10));
            assertThat(played).isEqualTo(trades.subList(0, 1));

            tape().resume();
            pass(Duration.ofSeconds(1));

            assertThat(played).isEqualTo(trades.subList(0, 2));
        }

        @Test
        void its_handles_move_it_while_it_is_paused_too() {
            tape().pause();
            tape().seek(TEN.plusSeconds(3));
            pass(Duration.ofSeconds(10));
            pass(Duration.ofSeconds(10));
            assertThat(tape().position()).isEqualTo(TEN.plusSeconds(2));
            assertThat(played).isEqualTo(trades.subList(0, 3));

            tape().resume();
            pass(Duration.ZERO);

            assertThat(tape().position()).isEqualTo(TEN.plusSeconds(3));
            assertThat(played).isEqualTo(trades.subList(0, 4));
        }

        @Test
        void sought_back_while_it_is_paused_the_board_shows_that_moment() {
            pass(Duration.ofSeconds(3));
            tape().pause();
            tape().seek(TEN.plusSeconds(1));
            played.clear();
            pass(Duration.ZERO);
            assertThat(played).containsExactly(new DailyReset(TEN), trades.get(0));

            tape().seek(TEN.minusSeconds(1));
            pass(Duration.ZERO);

            assertThat(played).hasSize(3).endsWith(new DailyReset(TEN));
            assertThat(tape().state()).isEqualTo(new TapeState(null, true, false));
        }

        @Test
        void one_that_has_ended_starts_again_when_it_is_sought() {
            try (LogRecorder quiet = new LogRecorder(FeedSupervisor.class)) {
                FeedSupervisor once = supervisor(feed(false, Times.ORIGINAL));
                supervisor.close();
                once.start(inbox);
                beat();
                pass(Duration.ZERO);
                pass(Duration.ofSeconds(4));
                pass(Duration.ZERO);
                assertThat(once.status().state()).isEqualTo(FeedStatus.State.ENDED);
                played.clear();

                Objects.requireNonNull(once.tape()).seek(TEN.plusSeconds(2));
                pass(Duration.ZERO);
                pass(Duration.ZERO);

                assertThat(once.status().state()).isEqualTo(FeedStatus.State.CONNECTED);
                assertThat(played).containsExactly(new DailyReset(TEN), trades.get(0), trades.get(1), trades.get(2));
                pass(Duration.ofSeconds(1));
                assertThat(played).hasSize(5);
                assertThat(quiet.lines()).isNotEmpty();
            }
        }

        @Test
        void one_that_is_sought_between_its_end_and_the_look_at_it_starts_again_too() {
            try (LogRecorder quiet = new LogRecorder(FeedSupervisor.class)) {
                TapeFeed feed = feed(false, Times.ORIGINAL);
                FeedSupervisor once = supervisor(feed);
                supervisor.close();
                once.start(inbox);
                beat();
                pass(Duration.ZERO);
                pass(Duration.ofSeconds(4));
                assertThat(feed.state().ended()).isTrue();
                assertThat(once.status().state()).isEqualTo(FeedStatus.State.CONNECTED);

                feed.seek(TEN.plusSeconds(2));
                pass(Duration.ZERO);
                pass(Duration.ZERO);
                pass(Duration.ZERO);

                assertThat(once.status().state()).isEqualTo(FeedStatus.State.CONNECTED);
                assertThat(feed.position()).isEqualTo(TEN.plusSeconds(2));
                assertThat(quiet.lines()).isNotEmpty();
            }
        }

        @Test
        void a_tape_that_was_lost_and_found_begins_anew_under_the_same_handles() throws IOException {
            TapeControl before = tape();
            try (LogRecorder quiet = new LogRecorder(FeedSupervisor.class)) {
                Files.delete(file);
                pass(Duration.ofSeconds(4));
                pass(Duration.ZERO);
                assertThat(supervisor.status().state()).isEqualTo(FeedStatus.State.DOWN);
                TapeFile.write(file, trades);
                played.clear();

                pass(Duration.ofSeconds(5));
                pass(Duration.ZERO);

                assertThat(quiet.lines()).isNotEmpty();
            }

            assertThat(played).containsExactly(new DailyReset(TEN), trades.get(0));
            assertThat(tape()).isSameAs(before);
            tape().seek(TEN.plusSeconds(2));
            pass(Duration.ZERO);
            assertThat(tape().position()).isEqualTo(TEN.plusSeconds(2));
        }

        @Test
        void a_feed_that_is_no_tape_has_none() {
            SimulatedFeed simulated = new SimulatedFeed(new SimulatedMarket(1, TEN), clock, metronome);

            assertThat(supervisor(simulated).tape()).isNull();
        }

        private TapeControl tape() {
            return Objects.requireNonNull(supervisor.tape());
        }

        private void pass(Duration time) {
            clock.advance(time);
            beat();
        }

        private FeedSupervisor supervisor(Feed feed) {
            SupervisionLimits limits =
                    new SupervisionLimits(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(1));
            return new FeedSupervisor(
                    feed, limits, () -> true, clock, metronome, new Random(1), FeedStatusListener.NONE);
        }

        private static Trade tradeAt(int second) {
            return new Trade(FPT, 98_500, 100, TradingSession.CONTINUOUS, TEN.plusSeconds(second));
        }
    }

    private TapeFeed feed(boolean loop, Times times) {
        return new TapeFeed(new TapePlayback(directory, 1, null, loop, times, Duration.ofDays(1)), clock, metronome);
    }

    private void beat() {
        metronome.beat();
        inbox.drainTo(event -> {
            played.add(event);
            board.apply(event);
        });
    }
}
