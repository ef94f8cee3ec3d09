package org.tickcast.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickcast.feed.Durability;
import org.tickcast.feed.EventSink;
import org.tickcast.feed.Inbox;
import org.tickcast.feed.RecordingLimits;
import org.tickcast.feed.TapeRecorder;
import org.tickcast.market.DailyReset;
import org.tickcast.testing.HandCrankedMetronome;
import org.tickcast.testing.LogRecorder;
import org.tickcast.testing.SettableClock;

/** A disk that takes nothing is one line in the log, and so is one that takes something again. */
class TapeLogTest {

    @Test
    void a_directory_that_cannot_be_written_is_said_once_and_the_market_goes_on(@TempDir Path directory)
            throws IOException {
        Path tapes = Files.createFile(directory.resolve("tapes")); // Where a file is, nobody makes a directory.
        SettableClock clock = new SettableClock(TEN);
        HandCrankedMetronome metronome = new HandCrankedMetronome();
        RecordingLimits limits = new RecordingLimits(tapes, 1 << 20, 100, new Durability(1, Duration.ofSeconds(1)));
        Inbox inbox = new Inbox(100);
        LogRecorder log = new LogRecorder(TapeLog.class);
        try (log;
                TapeRecorder recorder = new TapeRecorder(limits, "simulated", clock, new TapeLog())) {
            EventSink tap = recorder.tap(inbox);
            recorder.start(metronome);

            for (int i = 0; i < 5; i++) {
                assertThat(tap.offer(new DailyReset(TEN))).isTrue();
                clock.advance(Duration.ofSeconds(1));
                metronome.beat();
            }
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("SEVERE The tape is not written, and is tried again: ");

            Files.delete(tapes);
            clock.advance(Duration.ofSeconds(1));
            metronome.beat();
            metronome.beat();
            assertThat(log.lines()).hasSize(2).last().asString().startsWith("INFO The tape is written again; ");
        }
    }
}
