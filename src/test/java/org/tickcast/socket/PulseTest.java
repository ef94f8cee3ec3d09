package org.tickcast.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tickcast.wire.CloseCode;

/** A ping every 20 seconds of silence, 10 to answer it, 10 for a frame to leave; looked at once a second. */
class PulseTest {

    private static final int NOTHING_ON_ITS_WAY = 0;
    private static final int ON_ITS_WAY = 1;

    private final Pulse pulse = new Pulse(HeartbeatLimits.DEFAULTS, 0);

    @Test
    void who_is_quiet_for_twenty_seconds_is_pinged_once() {
        assertThat(pingedAt(19)).isFalse();

        assertThat(pingedAt(20)).isTrue();
        assertThat(pingedAt(21)).isFalse();
    }

    @Test
    void who_does_not_answer_within_ten_seconds_has_to_go() {
        pingedAt(20);

        assertThat(objectionAt(29, NOTHING_ON_ITS_WAY)).isNull();
        assertThat(objectionAt(30, NOTHING_ON_ITS_WAY)).isEqualTo(CloseCode.NO_ANSWER);
    }

    @Test
    void who_answers_may_stay_and_is_pinged_again_later() {
        pingedAt(20);
        pulse.heard();

        assertThat(objectionAt(22, NOTHING_ON_ITS_WAY)).isNull();
        assertThat(objectionAt(40, NOTHING_ON_ITS_WAY)).isNull();
        assertThat(pingedAt(41)).isFalse();
        assertThat(pingedAt(42)).isTrue();
    }

    @Test
    void who_talks_all_the_time_is_never_pinged() {
        for (int second = 1; second < 100; second++) {
            pulse.heard();
            assertThat(objectionAt(second, NOTHING_ON_ITS_WAY)).isNull();
            assertThat(pingedAt(second)).isFalse();
        }
    }

    @Test
    void a_frame_that_does_not_leave_for_ten_seconds_is_the_last() {
        assertThat(objectionAt(1, ON_ITS_WAY)).isNull();

        assertThat(objectionAt(10, ON_ITS_WAY)).isNull();
        assertThat(objectionAt(11, ON_ITS_WAY)).isEqualTo(CloseCode.READS_TOO_SLOWLY);
    }

    @Test
    void frames_that_leave_may_each_take_long() {
        int moves = 1;
        for (int second = 1; second < 100; second += 9) {
            assertThat(objectionAt(second, moves)).isNull();
            moves += 2;
        }
    }

    @Test
    void nobody_is_pinged_behind_a_frame_that_is_on_its_way() {
        assertThat(pulse.isPingDue(ON_ITS_WAY, seconds(25))).isFalse();

        assertThat(pulse.isPingDue(2, seconds(26))).isTrue();
    }

    @Test
    void who_reads_slowly_is_not_blamed_for_an_answer_that_waits_behind_a_frame() {
        pingedAt(20);
        assertThat(objectionAt(21, ON_ITS_WAY)).isNull();
        assertThat(objectionAt(29, ON_ITS_WAY)).isNull();
        assertThat(objectionAt(30, 2)).isNull();

        assertThat(objectionAt(38, 2))
                .as("nine seconds after the frame had left")
                .isNull();
        assertThat(objectionAt(39, 2)).isEqualTo(CloseCode.NO_ANSWER);
    }

    @Test
    void a_close_may_take_as_long_as_an_answer() {
        assertThat(pulse.isClosingForTooLong(seconds(5))).isFalse();
        assertThat(pulse.isClosingForTooLong(seconds(14))).isFalse();

        assertThat(pulse.isClosingForTooLong(seconds(15))).isTrue();
    }

    @Test
    void an_operator_sees_how_it_was_found_last() {
        assertThat(pulse.state()).isEqualTo(PulseState.WELL);
        pingedAt(20);
        assertThat(pulse.state()).isEqualTo(PulseState.ASKED);
        pulse.heard();
        objectionAt(21, ON_ITS_WAY);
        assertThat(pulse.state()).isEqualTo(PulseState.WELL);
        objectionAt(22, ON_ITS_WAY);
        assertThat(pulse.state()).isEqualTo(PulseState.HELD_UP);
        pulse.isClosingForTooLong(seconds(23));
        assertThat(pulse.state()).isEqualTo(PulseState.CLOSING);
    }

    @Test
    void binary_pings_come_when_they_are_wanted_and_only_then() {
        Pulse wanted = new Pulse(
                new HeartbeatLimits(
                        Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(30)),
                0);

        assertThat(pulse.isBinaryPingDue(seconds(1_000))).isFalse();
        assertThat(wanted.isBinaryPingDue(seconds(29))).isFalse();
        assertThat(wanted.isBinaryPingDue(seconds(30))).isTrue();
        assertThat(wanted.isBinaryPingDue(seconds(31))).isFalse();
    }

    private boolean pingedAt(int second) {
        return pulse.isPingDue(NOTHING_ON_ITS_WAY, seconds(second));
    }

    private @Nullable CloseCode objectionAt(int second, int moves) {
        return pulse.objection(moves, seconds(second));
    }

    private static long seconds(int seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
