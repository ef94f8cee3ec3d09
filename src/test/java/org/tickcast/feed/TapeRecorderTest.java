package org.tickcast.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.trade;

import java.io.BufferedReader;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickcast.market.MarketEvent;
import org.tickcast.testing.HandCrankedMetronome;
import org.tickcast.testing.RandomEvents;
import org.tickcast.testing.SettableClock;
import org.tickcast.wire.EventCodec;

/** Whatever a feed gives is on the tape, in files that are never too large, and the feed never notices. */
class TapeRecorderTest {

    private static final String HEADER =
            "{\"tickcast_tape\":1,\"started\":\"2026-02-11T03:00:00Z\",\"feed\":\"steered\"}";
    private static final Durability EVERY_EVENT = new Durability(1, Duration.ofDays(1));

    private final SettableClock clock = new SettableClock(TEN);
    private final HandCrankedMetronome metronome = new HandCrankedMetronome();
    private final Inbox inbox = new Inbox(100_000);
    private final EventCodec codec = new EventCodec();
    private final BreakableDisk disk = new BreakableDisk();
    private final List<String> told = new ArrayList<>();

    private final Path directory;

    TapeRecorderTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void a_tape_is_a_header_and_then_one_event_per_line() throws IOException {
        List<MarketEvent> events = new RandomEvents(1).next(1_000);
        TapeRecorder recorder = recorder(limits(1 << 20, EVERY_EVENT));
        EventSink tap = recorder.tap(inbox);

        events.forEach(tap::offer);
        recorder.close();

        List<String> lines = linesOf(directory.resolve("tape-000001-2026-02-11.ndjson.gz"));
        assertThat(lines.get(0)).isEqualTo(HEADER);
        assertThat(lines.subList(1, lines.size()))
                .isEqualTo(events.stream().map(codec::write).toList());
        assertThat(told).isEmpty();
    }

    @Test
    void what_the_inbox_does_not_take_is_not_on_the_tape() throws IOException {
        Inbox small = new Inbox(1);
        TapeRecorder recorder = recorder(limits(1 << 20, EVERY_EVENT));
        EventSink tap = recorder.tap(small);

        assertThat(tap.room()).isEqualTo(1);
        assertThat(tap.offer(event(1))).isTrue();
        assertThat(tap.offer(event(2))).isFalse();
        recorder.close();

        assertThat(linesOf(onlyFile())).containsExactly(HEADER, codec.write(event(1)));
    }

    @Test
    void without_an_event_there_is_no_file() throws IOException {
        TapeRecorder recorder = recorder(limits(1 << 20, EVERY_EVENT));
        metronome.beat();
        recorder.close();
        recorder.close();

        assertThat(TapeFiles.inOrder(directory)).isEmpty();
        assertThat(metronome.isStill()).isTrue();
    }

    @Nested
    class Given_a_file_that_is_full {

        @Test
        void another_one_follows_and_nothing_is_lost_between() throws IOException {
            List<MarketEvent> events = new RandomEvents(1).next(2_000);
            TapeRecorder recorder = recorder(limits(10_000, new Durability(10, Duration.ofDays(1))));
            EventSink tap = recorder.tap(inbox);

            for (MarketEvent event : events) {
                tap.offer(event);
                metronome.beat();
            }
            recorder.close();

            List<Path> files = TapeFiles.inOrder(directory);
            List<String> read = new ArrayList<>();
            for (Path file : files) {
                List<String> lines = linesOf(file);
                assertThat(lines.get(0)).isEqualTo(HEADER);
                assertThat(Files.size(file)).isLessThan(20_000);
                read.addAll(lines.subList(1, lines.size()));
            }
            assertThat(files).hasSizeGreaterThan(5);
            assertThat(read).isEqualTo(events.stream().map(codec::write).toList());
        }

        @Test
        void at_midnight_in_Vietnam_a_new_day_begins() throws IOException {
            clock.set(Instant.parse("2026-02-11T16:59:59Z"));
            TapeRecorder recorder = recorder(limits(1 << 20, EVERY_EVENT));
            recordOne(recorder, 1);
            clock.advance(Duration.ofSeconds(1));
            recordOne(recorder, 2);
            recorder.close();

            assertThat(TapeFiles.inOrder(directory))
                    .extracting(file -> String.valueOf(file.getFileName()))
                    .containsExactly("tape-000001-2026-02-11.ndjson.gz", "tape-000002-2026-02-12.ndjson.gz");
            assertThat(linesOf(directory.resolve("tape-000002-2026-02-12.ndjson.gz")))
                    .hasSize(2)
                    .last()
                    .isEqualTo(codec.write(event(2)));
        }

        @Test
        void a_recorder_that_is_started_again_goes_on_behind_what_is_there() throws IOException {
            Files.createFile(directory.resolve("tape-000041-2027-01-01.ndjson.gz"));
            Files.createFile(directory.resolve("notes.txt"));
            TapeRecorder recorder = recorder(limits(1 << 20, EVERY_EVENT));
            recordOne(recorder, 1);
            recorder.close();

            assertThat(TapeFiles.inOrder(directory))
                    .last()
                    .isEqualTo(directory.resolve("tape-000042-2026-02-11.ndjson.gz"));
        }
    }

    @Nested
    class Given_a_power_cut {

        @Test
        void what_was_recorded_before_the_last_sync_can_be_played() throws IOException {
            TapeRecorder recorder = recorder(limits(1 << 20, new Durability(3, Duration.ofDays(1))));
            EventSink tap = recorder.tap(inbox);
            for (int i = 1; i <= 5; i++) {
                tap.offer(event(i));
            }
            metronome.beat();

            assertThat(played()).containsExactly(event(1), event(2), event(3));
            assertThat(disk.forced).isEqualTo(2); // The header's, and one for the three.
        }

        @Test
        void nothing_older_than_the_durable_time_is_lost() throws IOException {
            TapeRecorder recorder = recorder(limits(1 << 20, new Durability(1_000, Duration.ofSeconds(1))));
            recordOne(recorder, 1);
            clock.advance(Duration.ofMillis(999));
            metronome.beat();

            assertThat(played()).isEmpty();

            clock.advance(Duration.ofMillis(1));
            metronome.beat();
            metronome.beat();

            assertThat(played()).containsExactly(event(1));
            assertThat(disk.forced).isEqualTo(2);
        }

        private List<MarketEvent> played() {
            List<MarketEvent> events = new ArrayList<>();
            TapeReader reader = TapeReader.open(onlyFile(), codec);
            for (MarketEvent event = reader.next(); event != null; event = reader.next()) {
                events.add(event);
            }
            assertThat(reader.damage()).contains("line ");
            reader.close();
            return events;
        }
    }

    @Nested
    class Given_a_disk_that_fails {

        private final TapeRecorder recorder = recorder(new RecordingLimits(directory, 1 << 20, 3, EVERY_EVENT));

        @Test
        void the_feed_goes_on_and_the_failure_is_told_once() {
            disk.broken = true;
            for (int i = 1; i <= 10; i++) {
                recordOne(recorder, i);
                clock.advance(Duration.ofSeconds(1));
            }

            assertThat(inbox.room()).isEqualTo(100_000 - 10);
            assertThat(told).containsExactly("failing: IOException: No space left on device");
        }

        @Test
        void when_it_is_well_again_a_new_file_begins_with_what_could_wait() throws IOException {
            recordOne(recorder, 1);
            disk.broken = true;
            for (int i = 2; i <= 9; i++) {
                recordOne(recorder, i);
            }
            disk.broken = false;
            clock.advance(Duration.ofSeconds(1));
            metronome.beat();
            recordOne(recorder, 10);
            recorder.close();

            List<Path> files = TapeFiles.inOrder(directory);
            assertThat(linesOf(files.get(files.size() - 1)))
                    .containsExactly(
                            HEADER.replace("03:00:00Z", "03:00:01Z"),
                            codec.write(event(3)),
                            codec.write(event(4)),
                            codec.write(event(5)),
                            codec.write(event(10)));
            assertThat(told).first().isEqualTo("failing: IOException: No space left on device");
            assertThat(told).last().isEqualTo("recovered, lost 5");
            assertThat(told).hasSize(2);
        }

        @Test
        void it_is_tried_again_once_a_second_and_not_at_every_beat() {
            disk.broken = true;
            for (int i = 0; i < 100; i++) {
                recordOne(recorder, 1);
            }

            assertThat(disk.made).isEqualTo(1);
        }

        @Test
        void a_directory_that_cannot_be_made_is_a_failure_like_any_other() throws IOException {
            Path file = Files.createFile(directory.resolve("file"));
            TapeRecorder nowhere = new TapeRecorder(
                    new RecordingLimits(file.resolve("tapes"), 1 << 20, 10, EVERY_EVENT), "steered", clock, listener());
            nowhere.start(metronome);
            recordOne(nowhere, 1);
            nowhere.close();

            assertThat(told).hasSize(1).first().asString().startsWith("failing: ");
        }
    }

    @Test
    void limits_that_make_no_sense_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Durability(0, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Durability(1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> limits(0, EVERY_EVENT));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordingLimits(directory, 1, 0, EVERY_EVENT));
    }

    private RecordingLimits limits(long fileBytes, Durability durability) {
        return new RecordingLimits(directory, fileBytes, 10_000, durability);
    }

    private TapeRecorder recorder(RecordingLimits limits) {
        TapeRecorder recorder = new TapeRecorder(limits, "steered", disk, clock, listener());
        recorder.start(metronome);
        return recorder;
    }

    private TapeListener listener() {
        return new TapeListener() {
            @Override
            public void failing(String why) {
                told.add("failing: " + why);
            }

            @Override
            public void recovered(long lost) {
                told.add("recovered, lost " + lost);
            }
        };
    }

    private void recordOne(TapeRecorder recorder, long volume) {
        recorder.tap(inbox).offer(event(volume));
        metronome.beat();
    }

    private Path onlyFile() {
        return directory.resolve("tape-000001-2026-02-11.ndjson.gz");
    }

    private static MarketEvent event(long volume) {
        return trade(FPT, 98_500, volume);
    }

    private static List<String> linesOf(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    /** The real disk, until a test breaks it. */
    private static final class BreakableDisk implements TapeDisk {

        private boolean broken;
        private int made;
        private int forced;

        @Override
        public TapeFile create(Path file) throws IOException {
            made++;
            failIfBroken();
            TapeFile real = REAL.create(file);
            return new TapeFile(new BreakableStream(real), () -> {
                failIfBroken();
                forced++;
                real.force().run();
            });
        }

        private void failIfBroken() throws IOException {
            if (broken) {
                throw new IOException("No space left on device");
            }
        }

        private final class BreakableStream extends FilterOutputStream {

            BreakableStream(TapeFile real) {
                super(real.bytes());
            }

            @Override
            public void write(byte[] from, int offset, int length) throws IOException {
                failIfBroken();
                out.write(from, offset, length);
            }
        }
    }
}
