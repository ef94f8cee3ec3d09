package org.tickcast.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.trade;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.feed.Inbox;
import org.tickcast.feed.TapeFeed;
import org.tickcast.feed.TapePlayback;
import org.tickcast.feed.TapePlayback.Times;
import org.tickcast.feed.TapeState;
import org.tickcast.testing.HandCrankedMetronome;
import org.tickcast.testing.SettableClock;
import org.tickcast.testing.TapeFile;
import org.tickcast.wire.CloseCode;

/** What an operator wants of the tape is done and put on record, or it is not clear and nothing is done. */
class TapeDeskTest {

    private static final ClientIdentity OPERATOR = new ClientIdentity("root", new ClientAddress("192.0.2.9"), null);

    private final HandCrankedMetronome metronome = new HandCrankedMetronome();
    private final List<String> record = new ArrayList<>();
    private final OperatorListener listener = new OperatorListener() {
        @Override
        public void tapeHandled(ClientIdentity operator, TapeCommand command) {
            record.add(operator.id() + ": " + command);
        }
    };
    private final TapeDesk desk;

    TapeDeskTest(@TempDir Path directory) throws IOException {
        TapeFile.write(directory.resolve("tape-000001-2026-02-11.ndjson.gz"), List.of(trade(FPT, 98_500, 100)));
        TapePlayback playback = new TapePlayback(directory, 1, null, true, Times.ORIGINAL, Duration.ofDays(1));
        TapeFeed tape = new TapeFeed(playback, new SettableClock(TEN), metronome);
        tape.start(new Inbox(10));
        desk = new TapeDesk(tape, listener);
    }

    @Test
    void the_tape_is_paused_and_goes_on() {
        assertThat(desk.take(new TapeCommand.Pause(), OPERATOR)).isEqualTo(stands(true));
        assertThat(desk.state()).isEqualTo(stands(true));
        assertThat(desk.take(new TapeCommand.Resume(), OPERATOR)).isEqualTo(stands(false));
        assertThat(record).containsExactly("root: Pause[]", "root: Resume[]");
    }

    @Test
    void the_tape_is_sought() {
        desk.take(new TapeCommand.Pause(), OPERATOR);
        desk.take(seek("{\"to\":\"2027-01-01T07:00:00+07:00\"}"), OPERATOR);
        metronome.beat();

        assertThat(desk.state())
                .isInstanceOfSatisfying(
                        TapeDesk.Answer.Stands.class,
                        stands -> assertThat(stands.state().paused()).isTrue());
        assertThat(record).last().isEqualTo("root: Seek[to=2027-01-01T00:00:00Z]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "\"2026-11-20T02:30:00Z\"",
                "{\"to\":null}",
                "{\"to\":1}",
                "{\"to\":\"\"}",
                "{\"to\":\"yesterday\"}",
                "{\"to\":\"2026-11-20\"}",
                "{\"to\":\"2026-11-20T02:30:00\"}",
                "{\"To\":\"2026-11-20T02:30:00Z\"}",
                "{\"to\":\"2026-11-20T02:30:00Z\",\"to\":\"2026-11-20T02:30:00Z\"}",
                "{\"to\":\"2026-11-20T02:30:00Z\"} x"
            })
    void what_does_not_say_clearly_where_to_does_nothing(String written) {
        assertThat(desk.take(seek(written), OPERATOR)).isEqualTo(new TapeDesk.Answer.Refused(CloseCode.BAD_PARAMETER));
        assertThat(record).isEmpty();
    }

    @Test
    void where_no_tape_is_played_nothing_can_be_done_to_it() {
        TapeDesk none = new TapeDesk(null, listener);

        assertThat(none.state()).isEqualTo(new TapeDesk.Answer.Refused(CloseCode.NO_TAPE));
        assertThat(none.take(new TapeCommand.Seek(Instant.EPOCH), OPERATOR))
                .isEqualTo(new TapeDesk.Answer.Refused(CloseCode.NO_TAPE));
        assertThat(none.take(null, OPERATOR)).isEqualTo(new TapeDesk.Answer.Refused(CloseCode.NO_TAPE));
        assertThat(record).isEmpty();
    }

    private static TapeDesk.Answer stands(boolean paused) {
        return new TapeDesk.Answer.Stands(new TapeState(null, paused, false));
    }

    private static TapeCommand.@Nullable Seek seek(String written) {
        return TapeCommand.Seek.read(written.getBytes(StandardCharsets.UTF_8));
    }
}
