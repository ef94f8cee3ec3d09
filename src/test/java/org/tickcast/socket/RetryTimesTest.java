package org.tickcast.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tickcast.wire.CloseCode;

/** Those who are sent away at once do not come back at once. */
class RetryTimesTest {

    private static final Duration SPREAD = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RetryTimes times = new RetryTimes(new Random(1), SPREAD);

    @ParameterizedTest
    @EnumSource
    void every_reason_has_a_time_that_suits_it(CloseCode reason) {
        Duration after = times.after(reason);

        switch (reason.reconnect()) {
            case NEVER -> assertThat(after).isNull();
            case AFTER_NEW_TOKEN -> assertThat(after).isEqualTo(Duration.ZERO);
            case NOW -> assertThat(after).isBetween(Duration.ZERO, SPREAD);
            case BACK_OFF -> assertThat(after).isBetween(PAUSE, PAUSE.plus(SPREAD));
        }
    }

    @Test
    void times_are_scattered_over_the_whole_spread() {
        List<Duration> drawn = draw(times, CloseCode.DRAINING, 10_000);

        assertThat(drawn).allMatch(time -> time.compareTo(Duration.ZERO) >= 0 && time.compareTo(SPREAD) <= 0);
        for (int second = 0; second < 10; second++) {
            Duration from = Duration.ofSeconds(second);
            assertThat(drawn.stream()
                            .filter(time -> time.compareTo(from) >= 0
                                    && time.minus(from).compareTo(PAUSE) < 0))
                    .as("those who come back in second %d", second)
                    .hasSizeBetween(850, 1_150);
        }
    }

    @Test
    void both_ends_of_the_spread_are_drawn() {
        RetryTimes narrow = new RetryTimes(new Random(1), Duration.ofMillis(1));

        assertThat(draw(narrow, CloseCode.GOING_AWAY, 100)).containsOnly(Duration.ZERO, Duration.ofMillis(1));
        assertThat(draw(narrow, CloseCode.NO_ANSWER, 100)).containsOnly(PAUSE, PAUSE.plusMillis(1));
    }

    @Test
    void without_a_spread_everybody_comes_at_once() {
        RetryTimes together = new RetryTimes(new Random(1), Duration.ZERO);

        assertThat(draw(together, CloseCode.DRAINING, 100)).containsOnly(Duration.ZERO);
    }

    @Test
    void nothing_can_be_scattered_over_less_than_nothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryTimes(new Random(1), Duration.ofMillis(-1)));
    }

    private static List<Duration> draw(RetryTimes times, CloseCode reason, int often) {
        return Stream.generate(() -> Objects.requireNonNull(times.after(reason)))
                .limit(often)
                .toList();
    }
}
