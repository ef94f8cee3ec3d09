package org.tickcast.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.feed.TapePlayback.Times;
import org.tickcast.market.DailyReset;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.Trade;
import org.tickcast.market.TradingSession;
import org.tickcast.testing.HandCrankedMetronome;
import org.tickcast.testing.HeardFromFeed;
import org.tickcast.testing.LogRecorder;
import org.tickcast.testing.RandomEvents;
import org.tickcast.testing.SampleMarket;
import org.tickcast.testing.SettableClock;
import org.tickcast.testing.TapeFile;
import org.tickcast.wire.Channel;
import org.tickcast.wire.WireCodec;

/** A tape gives what was recorded, as fast as one likes, and up to wherever it is damaged. */
class TapeFeedTest {

    private static final Instant LATER = Instant.parse("2026-11-21T07:00:00Z");
    private static final Duration A_DAY = Duration.ofDays(1);

    private final SettableClock clock = new SettableClock(LATER);
    private final HandCrankedMetronome metronome = new HandCrankedMetronome();
    private final HeardFromFeed heard = new HeardFromFeed();
    private final List<MarketEvent> played = new ArrayList<>();

    private final Path directory;

    private Inbox inbox = new Inbox(100_000);

    TapeFeedTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Nested
    class Given_a_trade_each_second {

        private final List<MarketEvent> trades = trades(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);

        Given_a_trade_each_second() throws IOException {
            TapeFile.write(tape(1), trades);
        }

        @Test
        void the_first_is_played_at_once_and_the_others_as_they_were() {
            play(1);
            assertThat(played).isEqualTo(trades.subList(0, 1));

            advanceAndBeat(Duration.ofMillis(999));
            assertThat(played).isEqualTo(trades.subList(0, 1));

            advanceAndBeat(Duration.ofMillis(1));
            assertThat(played).isEqualTo(trades.subList(0, 2));

            advanceAndBeat(Duration.ofSeconds(20));
            assertThat(played).isEqualTo(trades);
            assertThat(heard.words()).containsExactly("ended: the tape is at its end");
        }

        @ParameterizedTest
        @ValueSource(doubles = {0.1, 0.5, 3, 10, 1_000})
        void at_another_speed_only_the_waits_are_different(double speed) {
            play(speed);
            long nanos = (long) (1e9 / speed);
            for (int i = 1; i < trades.size(); i++) {
                clock.set(LATER.plusNanos(i * nanos - 1_000));
                beat();
                assertThat(played).hasSize(i);
                clock.set(LATER.plusNanos(i * nanos + 1_000));
                beat();
                assertThat(played).hasSize(i + 1);
            }
            assertThat(played).isEqualTo(trades);
        }

        @Test
        void as_fast_as_possible_is_at_once() {
            play(TapePlayback.AS_FAST_AS_POSSIBLE);

            assertThat(played).isEqualTo(trades);
        }

        @Test
        void times_may_be_those_of_the_playing() {
            TapeFeed feed = feed(2, null, false, Times.NOW);
            feed.start(inbox, heard);
            beat();
            advanceAndBeat(Duration.ofSeconds(20));

            assertThat(played)
                    .extracting(MarketEvent::at)
                    .isEqualTo(IntStream.range(0, 10)
                            .mapToObj(i -> LATER.plusMillis(500L * i))
                            .toList());
            assertThat(played)
                    .extracting(event -> ((Trade) event).volume())
                    .containsExactly(100L, 101L, 102L, 103L, 104L, 105L, 106L, 107L, 108L, 109L);
        }

        @Test
        void seeking_plays_at_once_what_was_before_and_goes_on_from_there() {
            feed(1, TEN.plusSeconds(5), false, Times.ORIGINAL).start(inbox, heard);
            beat();
            assertThat(played).isEqualTo(trades.subList(0, 6));

            advanceAndBeat(Duration.ofSeconds(1));
            assertThat(played).isEqualTo(trades.subList(0, 7));
        }

        @Test
        void seeking_while_it_plays_goes_forward_or_from_the_beginning() {
            TapeFeed feed = play(1);
            feed.seek(TEN.plusSeconds(4));
            beat();
            assertThat(played).isEqualTo(trades.subList(0, 5));
            assertThat(feed.position()).isEqualTo(TEN.plusSeconds(4));

            played.clear();
            feed.seek(TEN.plusSeconds(2));
            beat();
            assertThat(played).isEqualTo(anew(trades.subList(0, 3)));

            advanceAndBeat(Duration.ofSeconds(1));
            assertThat(played).isEqualTo(anew(trades.subList(0, 4)));
        }

        @Test
        void a_tape_that_is_sought_before_it_is_played_begins_there() {
            TapeFeed feed = feed(1, TEN.plusSeconds(8), false, Times.ORIGINAL);
            feed.seek(TEN.plusSeconds(4));
            feed.start(inbox, heard);
            beat();

            assertThat(played).isEqualTo(trades.subList(0, 5));
        }

        @Test
        void it_says_how_it_stands() {
            TapeFeed feed = feed(1, null, false, Times.ORIGINAL);
            assertThat(feed.state()).isEqualTo(new TapeState(null, false, false));

            feed.start(inbox, heard);
            beat();
            feed.pause();
            assertThat(feed.state()).isEqualTo(new TapeState(TEN, true, false));

            feed.resume();
            advanceAndBeat(Duration.ofSeconds(20));
            assertThat(feed.state()).isEqualTo(new TapeState(TEN.plusSeconds(9), false, true));

            feed.seek(TEN);
            assertThat(feed.state().ended()).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"+1000000000-12-31T23:59:59.999999999Z", "9999-01-01T00:00:00Z"})
        void sought_beyond_its_end_it_ends(String moment) {
            TapeFeed feed = play(0.1);
            feed.seek(Instant.parse(moment));
            beat();

            assertThat(played).isEqualTo(trades);
            assertThat(feed.state().ended()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "1970-01-01T00:00:00Z"})
        void sought_before_its_beginning_it_begins_again(String moment) {
            TapeFeed feed = play(1);
            advanceAndBeat(Duration.ofSeconds(3));
            played.clear();
            feed.seek(Instant.parse(moment));
            beat();

            assertThat(played).isEqualTo(anew(trades.subList(0, 1)));
        }

        @Test
        void sought_back_when_its_file_is_gone_it_has_failed_and_goes_there_once_it_is_back() throws IOException {
            TapeFeed feed = play(1);
            advanceAndBeat(Duration.ofSeconds(5));
            Files.delete(tape(1));
            feed.seek(TEN.plusSeconds(2));
            beat();
            assertThat(heard.words()).containsExactly("failed: There is no tape at " + directory);

            feed.close();
            TapeFile.write(tape(1), trades);
            played.clear();
            feed.start(inbox, heard);
            beat();

            assertThat(played).isEqualTo(anew(trades.subList(0, 3)));
        }

        @Test
        void while_it_is_paused_its_time_stands_still() {
            TapeFeed feed = play(1);
            advanceAndBeat(Duration.ofMillis(1_500));
            feed.pause();
            advanceAndBeat(Duration.ofHours(1));
            feed.pause();
            assertThat(played).hasSize(2);

            feed.resume();
            feed.resume();
            advanceAndBeat(Duration.ofMillis(499));
            assertThat(played).hasSize(2);

            advanceAndBeat(Duration.ofMillis(1));
            assertThat(played).isEqualTo(trades.subList(0, 3));
        }

        @Test
        void in_a_loop_it_begins_again_at_its_end() {
            feed(1, null, true, Times.ORIGINAL).start(inbox, heard);
            beat();
            advanceAndBeat(Duration.ofSeconds(9));

            assertThat(played).hasSize(12).endsWith(trades.get(9), new DailyReset(TEN), trades.get(0));

            advanceAndBeat(Duration.ofSeconds(9));

            assertThat(played).hasSize(23).endsWith(trades.get(9), new DailyReset(TEN), trades.get(0));
            assertThat(heard.words()).isEmpty();
        }

        @Test
        void a_full_inbox_makes_it_wait_and_nothing_is_lost() {
            inbox = new Inbox(3);
            feed(TapePlayback.AS_FAST_AS_POSSIBLE, null, false, Times.ORIGINAL).start(inbox, heard);
            metronome.beat();
            metronome.beat();

            assertThat(inbox.room()).isZero();

            for (int i = 0; i < 5; i++) {
                beat();
            }

            assertThat(played).isEqualTo(trades);
        }

        @Test
        void once_closed_nothing_is_played_and_started_again_it_begins_at_the_beginning() {
            TapeFeed feed = play(1);
            advanceAndBeat(Duration.ofSeconds(3));
            feed.close();
            advanceAndBeat(Duration.ofSeconds(3));
            assertThat(played).isEqualTo(trades.subList(0, 4));
            assertThat(metronome.isStill()).isTrue();

            played.clear();
            feed.start(inbox, heard);
            beat();
            assertThat(played).isEqualTo(anew(trades.subList(0, 1)));
        }

        @Test
        void a_clock_that_is_set_back_only_makes_it_wait() {
            play(1);
            advanceAndBeat(Duration.ofSeconds(3));
            clock.advance(Duration.ofSeconds(-2));
            beat();
            assertThat(played).hasSize(4);

            advanceAndBeat(Duration.ofSeconds(3));
            assertThat(played).isEqualTo(trades.subList(0, 5));
        }
    }

    @Nested
    class Given_a_tape_with_odd_times {

        @Test
        void a_hole_longer_than_the_longest_gap_is_jumped_over() throws IOException {
            TapeFile.write(tape(1), trades(0, 1, 100_000, 100_001, 900_000_000));
            play(1);
            advanceAndBeat(Duration.ofSeconds(1));
            assertThat(played).hasSize(3);

            advanceAndBeat(Duration.ofSeconds(1));
            assertThat(played).hasSize(5);
        }

        @Test
        void what_is_out_of_order_is_played_in_the_order_of_the_tape() throws IOException {
            List<MarketEvent> trades = trades(5, 6, 2, 7);
            TapeFile.write(tape(1), trades);
            play(1);
            advanceAndBeat(Duration.ofSeconds(1));
            assertThat(played).isEqualTo(trades.subList(0, 3));

            advanceAndBeat(Duration.ofSeconds(1));
            assertThat(played).isEqualTo(trades);
        }

        @Test
        void when_the_recorded_clock_jumps_back_the_pace_stays() throws IOException {
            TapeFile.write(tape(1), trades(200_000, 200_001, 0, 1, 2));
            play(1);
            advanceAndBeat(Duration.ofSeconds(1));
            assertThat(played).hasSize(3);

            advanceAndBeat(Duration.ofSeconds(1));
            assertThat(played).hasSize(4);
        }
    }

    @Test
    void one_run_does_only_so_much() throws IOException {
        TapeFile.write(tape(1), new RandomEvents(1).next(TapeFeed.MOST_PER_RUN + 500));
        feed(TapePlayback.AS_FAST_AS_POSSIBLE, null, true, Times.ORIGINAL).start(inbox, heard);

        beat();

        assertThat(played).hasSize(TapeFeed.MOST_PER_RUN);
    }

    @Test
    void the_files_of_a_directory_are_one_tape() throws IOException {
        List<MarketEvent> events = new RandomEvents(1).next(300);
        TapeFile.write(tape(2), events.subList(100, 200));
        TapeFile.write(tape(10), events.subList(200, 300));
        TapeFile.write(tape(1), events.subList(0, 100));
        Files.writeString(directory.resolve("README"), "These are tapes");

        play(TapePlayback.AS_FAST_AS_POSSIBLE);

        assertThat(played).isEqualTo(events);
        assertThat(heard.words()).containsExactly("ended: the tape is at its end");
    }

    @Test
    void the_same_tape_is_the_same_board_at_every_event_and_the_same_bytes() throws IOException {
        List<MarketEvent> recorded = new ArrayList<>();
        SimulatedMarket market = new SimulatedMarket(7, TEN);
        while (recorded.size() < 5_000) {
            market.step(recorded::add);
        }
        record(recorded);
        assertThat(TapeFiles.inOrder(directory)).hasSizeGreaterThan(3);
        play(TapePlayback.AS_FAST_AS_POSSIBLE);

        MarketBoard live = SampleMarket.board();
        MarketBoard replayed = SampleMarket.board();
        WireCodec codec = new WireCodec();
        assertThat(played).hasSameSizeAs(recorded);
        for (int i = 0; i < recorded.size(); i++) {
            live.apply(recorded.get(i));
            replayed.apply(played.get(i));
            assertThat(replayed.version()).isEqualTo(live.version());
            assertThat(replayed.foreignVersion()).isEqualTo(live.foreignVersion());
            assertThat(replayed.indexVersion()).isEqualTo(live.indexVersion());
        }
        for (Channel channel : Channel.PICTURES) {
            assertThat(codec.snapshot(channel, replayed)).isEqualTo(codec.snapshot(channel, live));
        }
    }

    @Nested
    class Given_a_damaged_tape {

        private final List<MarketEvent> events = new RandomEvents(3).next(2_000);
        private final Path file = tape(1);

        @Test
        void one_cut_inside_a_gzip_block_is_played_up_to_there() throws IOException {
            TapeFile.write(file, events);
            byte[] whole = Files.readAllBytes(file);
            for (int part = 1; part <= 9; part++) {
                Files.write(file, Arrays.copyOf(whole, whole.length * part / 10));
                played.clear();
                play(TapePlayback.AS_FAST_AS_POSSIBLE).close();

                assertThat(played).isEqualTo(events.subList(0, played.size())).hasSizeLessThan(2_000);
                assertThat(lastHeard())
                        .startsWith("ended: the tape is at its end; " + file + " is damaged at line "
                                + (played.size() + 2) + ", byte ")
                        .endsWith("Unexpected end of ZLIB input stream");
            }
            assertThat(played).hasSizeGreaterThan(1_000);
        }

        @Test
        void one_cut_in_the_middle_of_a_line_is_played_up_to_the_line_before() throws IOException {
            String text = TapeFile.text(events);
            int cut = text.length() - 20;
            TapeFile.writeText(file, text.substring(0, cut));
            play(TapePlayback.AS_FAST_AS_POSSIBLE);

            int lastLine = text.lastIndexOf('\n', cut - 1) + 1;
            assertThat(played).isEqualTo(events.subList(0, 1_999));
            assertThat(heard.words().get(0))
                    .isEqualTo("noticed: " + file + " is damaged at line 2001, byte " + lastLine
                            + " of the text: it ends in the middle of a line");
        }

        @Test
        void a_line_of_rubbish_ends_its_file_and_the_next_file_follows() throws IOException {
            String text = TapeFile.text(events.subList(0, 2));
            TapeFile.writeText(file, text + "rubbish\n" + TapeFile.text(events.subList(2, 3)));
            TapeFile.write(tape(2), events.subList(3, 5));
            play(TapePlayback.AS_FAST_AS_POSSIBLE);

            assertThat(played).containsExactly(events.get(0), events.get(1), events.get(3), events.get(4));
            assertThat(heard.words()).hasSize(2);
            assertThat(heard.words().get(0))
                    .startsWith("noticed: " + file + " is damaged at line 4, byte " + text.length()
                            + " of the text: line" + " must be one JSON object");
            assertThat(heard.words().get(1)).startsWith("ended: the tape is at its end; " + file + " is damaged");
        }

        @Test
        void a_line_too_long_to_be_one_of_ours_ends_its_file() throws IOException {
            TapeFile.writeText(file, TapeFile.text(events.subList(0, 1)) + "x".repeat(1_000_000) + "\n");
            play(TapePlayback.AS_FAST_AS_POSSIBLE);

            assertThat(played).containsExactly(events.get(0));
            assertThat(lastHeard())
                    .contains("line 3")
                    .contains("at most 65536 bytes")
                    .hasSizeLessThan(500);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"tickcast_tape\":2,\"started\":\"2026-02-11T03:00:00Z\",\"feed\":\"steered\"}",
                    "{\"tickcast_tape\":\"one\",\"started\":\"2026-02-11T03:00:00Z\",\"feed\":\"steered\"}",
                    "{\"started\":\"2026-02-11T03:00:00Z\",\"feed\":\"steered\"}",
                    "{\"tickcast_tape\":1,\"started\":\"yesterday\",\"feed\":\"steered\"}",
                    "{\"tickcast_tape\":1,\"started\":\"2026-02-11T03:00:00Z\"}",
                    "no header at all"
                })
        void without_the_right_header_nothing_is_played(String header) throws IOException {
            String text = TapeFile.text(events);
            TapeFile.writeText(file, header + text.substring(text.indexOf('\n')));
            feed(TapePlayback.AS_FAST_AS_POSSIBLE, null, true, Times.ORIGINAL).start(inbox, heard);
            beat();

            assertThat(played).isEmpty();
            assertThat(heard.words().get(0)).startsWith("noticed: " + file + " is damaged at line 1, byte 0");
            assertThat(lastHeard()).startsWith("ended: ");
        }

        @Test
        void what_is_no_tape_at_all_says_so() throws IOException {
            Files.writeString(file, "this is no gzip file");
            Files.createFile(tape(2));
            TapeFile.writeText(tape(3), "");
            play(TapePlayback.AS_FAST_AS_POSSIBLE);

            assertThat(heard.words()).hasSize(4);
            assertThat(heard.words().get(0)).isEqualTo("noticed: " + file + " is no gzip file: Not in GZIP format");
            assertThat(heard.words().get(1)).startsWith("noticed: " + tape(2) + " is no gzip file");
            assertThat(heard.words().get(2)).isEqualTo("noticed: " + tape(3) + " is empty");
        }

        @Test
        void whoever_supervises_it_says_so_in_its_status() throws IOException {
            TapeFile.writeText(file, TapeFile.text(events.subList(0, 2)) + "rubbish\n");
            SupervisionLimits limits =
                    new SupervisionLimits(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(1));
            TapeFeed feed = feed(TapePlayback.AS_FAST_AS_POSSIBLE, null, false, Times.ORIGINAL);
            FeedSupervisor supervisor = new FeedSupervisor(
                    feed, limits, () -> false, clock, metronome, new Random(1), FeedStatusListener.NONE);
            try (LogRecorder quiet = new LogRecorder(FeedSupervisor.class)) {
                supervisor.start(inbox);
                beat();
                beat();
                beat();

                assertThat(quiet.lines()).last().asString().startsWith("INFO The tape feed has ended: ");
            }

            assertThat(played).isEqualTo(events.subList(0, 2));
            assertThat(supervisor.status().state()).isEqualTo(FeedStatus.State.ENDED);
            assertThat(supervisor.status().why()).contains(file + " is damaged at line 4, byte ");
        }

        @Test
        void a_bit_that_has_turned_is_found() throws IOException {
            TapeFile.write(file, events);
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 0x10;
            Files.write(file, bytes);
            play(TapePlayback.AS_FAST_AS_POSSIBLE);

            assertThat(lastHeard()).contains(file + " is damaged at line ");
        }
    }

    @Test
    void where_there_is_no_tape_none_can_be_started() {
        assertThatIllegalStateException().isThrownBy(() -> play(1)).withMessage("There is no tape at " + directory);
        assertThat(metronome.isStill()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.09, -1, 1_000.1, Double.NaN, Double.NEGATIVE_INFINITY})
    void a_speed_out_of_range_is_refused(double speed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TapePlayback(directory, speed, null, false, Times.ORIGINAL, A_DAY))
                .withMessageContaining("0.1 to 1000");
    }

    @Test
    void a_longest_gap_of_nothing_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TapePlayback(directory, 1, null, false, Times.ORIGINAL, Duration.ZERO));
    }

    /** Into many small files. */
    private void record(List<MarketEvent> events) {
        RecordingLimits limits = new RecordingLimits(directory, 10_000, events.size(), new Durability(100, A_DAY));
        TapeRecorder recorder = new TapeRecorder(limits, "simulated", clock, TapeListener.NONE);
        recorder.start(metronome);
        EventSink tap = recorder.tap(new Inbox(events.size()));
        events.forEach(tap::offer);
        recorder.close();
    }

    /** With what goes before them when they are not played for the first time. */
    private static List<MarketEvent> anew(List<MarketEvent> events) {
        List<MarketEvent> round = new ArrayList<>(events);
        round.add(0, new DailyReset(TEN));
        return round;
    }

    private TapeFeed play(double speed) {
        TapeFeed feed = feed(speed, null, false, Times.ORIGINAL);
        feed.start(inbox, heard);
        beat();
        return feed;
    }

    private TapeFeed feed(double speed, @Nullable Instant from, boolean loop, Times times) {
        return new TapeFeed(new TapePlayback(directory, speed, from, loop, times, A_DAY), clock, metronome);
    }

    private void advanceAndBeat(Duration by) {
        clock.advance(by);
        beat();
    }

    private void beat() {
        metronome.beat();
        inbox.drainTo(played::add);
    }

    private String lastHeard() {
        return heard.words().get(heard.words().size() - 1);
    }

    private Path tape(int number) {
        return directory.resolve("tape-%06d-2026-02-11.ndjson.gz".formatted(number));
    }

    /** One at each of these seconds after ten, told apart by their volumes. */
    private static List<MarketEvent> trades(long... seconds) {
        return LongStream.range(0, seconds.length)
                .<MarketEvent>mapToObj(i ->
                        new Trade(FPT, 98_500, 100 + i, TradingSession.CONTINUOUS, TEN.plusSeconds(seconds[(int) i])))
                .toList();
    }
}
