package org.tickcast.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Limits that cannot be kept are refused by name. */
class BroadcastLimitsTest {

    private static final Duration SOME = Duration.ofSeconds(1);
    private static final Duration NEGATIVE = Duration.ofSeconds(-1);

    @Test
    void these_are_the_defaults() {
        assertThat(BroadcastLimits.every(SOME))
                .isEqualTo(new BroadcastLimits(
                        SOME, Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofSeconds(1), 64));
    }

    @Test
    void no_time_is_negative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BroadcastLimits(NEGATIVE, SOME, SOME, SOME, 1))
                .withMessageContaining("broadcast interval");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BroadcastLimits(SOME, NEGATIVE, SOME, SOME, 1))
                .withMessageContaining("catch up");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BroadcastLimits(SOME, SOME, SOME, NEGATIVE, 1))
                .withMessageContaining("resyncs");
    }

    @Test
    void a_heart_does_not_beat_all_the_time() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BroadcastLimits(SOME, SOME, Duration.ZERO, SOME, 1))
                .withMessageContaining("heartbeats");
    }

    @Test
    void at_least_one_frame_is_written() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BroadcastLimits(SOME, SOME, SOME, SOME, 0))
                .withMessageContaining("At least 1 frame");
    }
}
