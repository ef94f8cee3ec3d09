package org.tickcast.admission.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user may send so many messages in a second and so many in a minute, however many connections he has. */
class MessageRateTest {

    private static final MessageLimits LIMITS = new MessageLimits(10, 100);
    private static final String ANN = "ann";
    private static final String BOB = "bob";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SettableNanos clock = new SettableNanos();
    private final MessageRate rate = new MessageRate(1000, clock);

    @Nested
    class Given_ten_messages_in_a_second {

        Given_ten_messages_in_a_second() {
            for (int left = 9; left >= 0; left--) {
                assertThat(rate.message(ANN, LIMITS)).isEqualTo(new RateAnswer.Allowed(left));
            }
        }

        @Test
        void the_eleventh_is_one_too_many() {
            assertThat(rate.message(ANN, LIMITS)).isEqualTo(new RateAnswer.Exceeded(SECOND, 0));
        }

        @Test
        void it_is_so_until_the_second_is_over() {
            clock.advance(Duration.ofMillis(999));

            assertThat(rate.message(ANN, LIMITS)).isEqualTo(new RateAnswer.Exceeded(Duration.ofMillis(1), 0));

            clock.advance(Duration.ofMillis(1));

            assertThat(rate.message(ANN, LIMITS)).isEqualTo(new RateAnswer.Allowed(9));
        }

        @Test
        void another_user_has_his_own() {
            assertThat(rate.message(BOB, LIMITS)).isEqualTo(new RateAnswer.Allowed(9));
        }
    }

    @Test
    void after_a_hundred_in_a_minute_there_is_one_each_600_ms() {
        for (int second = 0; second < 10; second++) {
            allowed(10, LIMITS);
            clock.advance(SECOND);
        }
        // Ten seconds have given back 16 of the hundred.
        assertThat(allowed(10, LIMITS)).isEqualTo(10);
        clock.advance(SECOND);
        assertThat(allowed(10, LIMITS)).isEqualTo(8);

        RateAnswer answer = rate.message(ANN, LIMITS);

        assertThat(answer).isEqualTo(new RateAnswer.Exceeded(Duration.ofMillis(400), 0));
        clock.advance(Duration.ofMillis(400));
        assertThat(rate.message(ANN, LIMITS)).isEqualTo(new RateAnswer.Allowed(0));
        assertThat(rate.message(ANN, LIMITS)).isEqualTo(new RateAnswer.Exceeded(Duration.ofMillis(600), 0));
    }

    @Test
    void nobody_gets_more_in_an_hour_than_a_full_bucket_and_what_flows_in() {
        long allowed = 0;
        for (int tenth = 0; tenth < 36_000; tenth++) {
            allowed += allowed(3, LIMITS);
            clock.advance(Duration.ofMillis(100));
        }

        assertThat(allowed).isBetween(60L * 100, 60L * 100 + 100);
    }

    @Nested
    class Given_a_change_of_plan {

        private final MessageLimits more = new MessageLimits(50, 500);

        @Test
        void a_greater_one_holds_from_the_next_second_on() {
            allowed(10, LIMITS);

            assertThat(rate.message(ANN, more)).isInstanceOf(RateAnswer.Exceeded.class);

            clock.advance(SECOND);

            assertThat(allowed(60, more)).isEqualTo(50);
        }

        @Test
        void a_smaller_one_holds_at_once() {
            rate.message(ANN, more);

            assertThat(allowed(60, LIMITS)).isEqualTo(10);
        }

        @Test
        void two_connections_with_different_plans_get_no_more_than_the_greater_allows() {
            int allowed = 0;
            for (int i = 0; i < 1000; i++) {
                allowed += rate.message(ANN, i % 2 == 0 ? LIMITS : more) instanceof RateAnswer.Allowed ? 1 : 0;
            }

            assertThat(allowed).isBetween(10, 50);
        }
    }

    @Nested
    class Given_users_who_have_left {

        @Test
        void a_minute_later_nothing_of_them_is_left() {
            for (int i = 0; i < 500; i++) {
                rate.message("user " + i, LIMITS);
            }
            clock.advance(Duration.ofMinutes(1));

            rate.message(ANN, LIMITS);

            assertThat(rate.trackedUsers()).isEqualTo(1);
        }

        @Test
        void never_are_more_remembered_than_there_is_room_for() {
            MessageRate small = new MessageRate(3, clock);

            for (int i = 0; i < 100; i++) {
                small.message("user " + i, LIMITS);
            }

            assertThat(small.trackedUsers()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "1, 0", "1, -1", "1000001, 1", "1, 1000001"})
    void limits_that_cannot_be_meant_are_refused(int perSecond, int perMinute) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageLimits(perSecond, perMinute))
                .withMessageContainingAll("1 to 1000000 messages in a ", ", not ");
    }

    @Test
    void somebody_has_to_be_counted() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MessageRate(0, clock));
    }

    private int allowed(int times, MessageLimits limits) {
        int allowed = 0;
        for (int i = 0; i < times; i++) {
            allowed += rate.message(ANN, limits) instanceof RateAnswer.Allowed ? 1 : 0;
        }
        return allowed;
    }
}
