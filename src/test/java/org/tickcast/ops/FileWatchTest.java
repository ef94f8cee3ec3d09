package org.tickcast.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tickcast.admission.Arrival;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.Credential;
import org.tickcast.admission.DescriptorCheck;
import org.tickcast.admission.Verdict;
import org.tickcast.testing.LogRecorder;
import org.tickcast.testing.SettableClock;
import org.tickcast.wire.CloseCode;

/** Where file descriptors are nearly used up, nobody comes in until some are free. */
class FileWatchTest {

    private static final int SPARE = 100;
    private static final Attempt SOME = new Attempt(
            new Arrival(new ClientAddress("192.0.2.1"), true, "tickcast.example"),
            "market",
            List.of(),
            new Credential.Token("t"));

    private final DescriptorCheck check = new DescriptorCheck(SPARE);
    private final SettableClock clock = new SettableClock(TEN);
    private final Files files = new Files();
    private final FileWatch watch = new FileWatch(files, check, clock);
    private final LogRecorder log = new LogRecorder(FileWatch.class);

    @AfterEach
    void stopRecording() {
        log.close();
    }

    @Test
    void as_long_as_more_are_free_than_are_to_be_spared_everybody_may_come_in() {
        files.open = 899;
        watch.look();

        assertThat(objection()).isNull();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void when_only_those_are_left_nobody_comes_in_and_it_is_said_once() {
        files.open = 900;
        watch.look();
        watch.look();

        assertThat(objection()).isEqualTo(new Verdict.Refused(CloseCode.OUT_OF_FILES, Duration.ofSeconds(5)));
        assertThat(log.lines()).singleElement().asString().startsWith("WARNING Of 1,000 file descriptors 100 are free");
    }

    @Test
    void between_two_looks_no_more_come_in_than_there_is_room_for() {
        files.open = 898;
        watch.look();

        assertThat(objection()).isNull();
        assertThat(objection()).isNull();
        assertThat(objection()).isNotNull();
    }

    @Test
    void a_refusal_between_two_looks_is_told_of_though_there_is_room_again() {
        files.open = 899;
        watch.look();
        assertThat(objection()).isNull();
        assertThat(objection()).isNotNull();

        watch.look();
        assertThat(log.lines()).singleElement().asString().startsWith("WARNING Of 1,000 file descriptors 101 are free");

        watch.look();
        assertThat(log.lines()).last().asString().startsWith("INFO There are file descriptors again");
    }

    @Test
    void when_some_are_free_again_it_is_said_and_clients_come_in() {
        files.open = 990;
        watch.look();
        files.open = 500;
        watch.look();
        watch.look();

        assertThat(objection()).isNull();
        assertThat(log.lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("INFO There are file descriptors again, 500 of 1,000 are free");
    }

    @Test
    void a_server_that_is_full_again_and_again_says_so_once_a_minute() {
        for (int i = 0; i < 30; i++) {
            files.open = i % 2 == 0 ? 990 : 890;
            watch.look();
        }
        assertThat(log.lines()).hasSize(2);

        clock.advance(FileWatch.SAID_ONCE_IN);
        files.open = 990;
        watch.look();

        assertThat(log.lines()).hasSize(3);
    }

    @Test
    void where_the_machine_does_not_tell_there_is_no_limit() {
        files.most = 0;
        watch.look();

        assertThat(objection()).isNull();
    }

    @Test
    void this_process_has_some_and_may_have_more() {
        FileDescriptors ours = FileDescriptors.ofThisProcess();

        assertThat(ours.open()).isPositive().isLessThan(ours.most());
    }

    private Verdict.@Nullable Refused objection() {
        return check.objection(SOME);
    }

    private static final class Files implements FileDescriptors {

        private long open;
        private long most = 1_000;

        @Override
        public long open() {
            return open;
        }

        @Override
        public long most() {
            return most;
        }
    }
}
