package org.tickcast.admission.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.Verdict;
import org.tickcast.wire.CloseCode;

/** An address may try to connect so many times in a minute, and perhaps so many in an hour. */
class ConnectRateTest {

    private static final ClientAddress HERE = new ClientAddress("192.0.2.1");
    private static final ClientAddress THERE = new ClientAddress("192.0.2.2");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SettableNanos clock = new SettableNanos();

    @Nested
    class Given_an_address_that_has_tried_sixty_times {

        private final ConnectRate rate = new ConnectRate(new ConnectRateLimits(60, 0, 100), clock);

        Given_an_address_that_has_tried_sixty_times() {
            for (int left = 59; left >= 0; left--) {
                assertThat(rate.attempt(HERE)).isEqualTo(new RateAnswer.Allowed(left));
            }
        }

        @Test
        void it_has_to_wait_for_a_second() {
            assertThat(rate.attempt(HERE)).isEqualTo(new RateAnswer.Exceeded(SECOND, 0));
        }

        @Test
        void trying_in_vain_does_not_prolong_the_wait() {
            rate.attempt(HERE);
            clock.advance(Duration.ofMillis(600));

            assertThat(rate.attempt(HERE)).isEqualTo(new RateAnswer.Exceeded(Duration.ofMillis(400), 0));

            clock.advance(Duration.ofMillis(400));

            assertThat(rate.attempt(HERE)).isEqualTo(new RateAnswer.Allowed(0));
            assertThat(rate.attempt(HERE)).isInstanceOf(RateAnswer.Exceeded.class);
        }

        @Test
        void after_a_minute_it_has_all_of_them_again_and_not_one_more() {
            clock.advance(Duration.ofHours(5));

            assertThat(allowed(rate, HERE, 100)).isEqualTo(60);
        }

        @Test
        void another_address_has_its_own() {
            assertThat(rate.attempt(THERE)).isEqualTo(new RateAnswer.Allowed(59));
        }

        @Test
        void spelling_it_otherwise_does_not_help() {
            assertThat(rate.attempt(new ClientAddress("::ffff:192.0.2.1"))).isInstanceOf(RateAnswer.Exceeded.class);
        }
    }

    @Test
    void the_addresses_of_one_IPv6_network_are_one() {
        ConnectRate rate = new ConnectRate(new ConnectRateLimits(2, 0, 100), clock);

        rate.attempt(new ClientAddress("2001:db8::1"));
        rate.attempt(new ClientAddress("2001:db8::2"));

        assertThat(rate.attempt(new ClientAddress("2001:db8::3"))).isInstanceOf(RateAnswer.Exceeded.class);
        assertThat(rate.attempt(new ClientAddress("2001:db8:0:1::3"))).isInstanceOf(RateAnswer.Allowed.class);
    }

    @Nested
    class Given_a_limit_for_the_hour_too {

        private final ConnectRate rate = new ConnectRate(new ConnectRateLimits(5, 10, 100), clock);

        @Test
        void the_minute_comes_first() {
            assertThat(allowed(rate, HERE, 100)).isEqualTo(5);
            assertThat(rate.attempt(HERE)).isEqualTo(new RateAnswer.Exceeded(Duration.ofSeconds(12), 0));
        }

        @Test
        void then_the_hour() {
            allowed(rate, HERE, 5);
            clock.advance(Duration.ofMinutes(1));

            assertThat(allowed(rate, HERE, 100)).isEqualTo(5);
            assertThat(rate.attempt(HERE)).isEqualTo(new RateAnswer.Exceeded(Duration.ofMinutes(5), 0));
        }

        @Test
        void an_hour_is_not_forgotten_after_a_minute() {
            allowed(rate, HERE, 5);
            clock.advance(Duration.ofMinutes(1));
            allowed(rate, HERE, 5);
            clock.advance(Duration.ofMinutes(2));
            rate.attempt(THERE);

            assertThat(rate.trackedAddresses()).isEqualTo(2);
            assertThat(rate.attempt(HERE)).isInstanceOf(RateAnswer.Exceeded.class);
        }
    }

    @Nested
    class Given_an_attacker_with_more_addresses_than_are_tracked {

        private static final int TRACKED = 100;

        private final ConnectRate rate = new ConnectRate(new ConnectRateLimits(2, 0, TRACKED), clock);

        @Test
        void memory_stays_bounded() {
            for (int i = 0; i < 10 * TRACKED; i++) {
                rate.attempt(network(i));
                assertThat(rate.trackedAddresses()).isLessThanOrEqualTo(TRACKED);
            }
        }

        @Test
        void somebody_new_is_not_locked_out() {
            for (int i = 0; i < 10 * TRACKED; i++) {
                rate.attempt(network(i));
            }

            assertThat(rate.attempt(HERE)).isEqualTo(new RateAnswer.Allowed(1));
        }

        @Test
        void who_keeps_trying_is_not_forgotten() {
            allowed(rate, HERE, 2);

            for (int i = 0; i < 10 * TRACKED; i++) {
                rate.attempt(network(i));
                assertThat(rate.attempt(HERE)).isInstanceOf(RateAnswer.Exceeded.class);
            }
        }

        @Test
        void the_longest_silent_is_forgotten_first() {
            allowed(rate, HERE, 2);
            for (int i = 0; i < TRACKED - 1; i++) {
                rate.attempt(network(i));
            }
            assertThat(rate.trackedAddresses()).isEqualTo(TRACKED);

            rate.attempt(network(TRACKED));

            assertThat(rate.trackedAddresses()).isEqualTo(TRACKED);
            assertThat(rate.attempt(network(0))).isEqualTo(new RateAnswer.Allowed(0));
            assertThat(rate.attempt(HERE)).isEqualTo(new RateAnswer.Allowed(1));
        }
    }

    @Test
    void who_has_been_silent_for_a_minute_takes_no_memory_any_more() {
        ConnectRate rate = new ConnectRate(new ConnectRateLimits(60, 0, 1000), clock);
        for (int i = 0; i < 500; i++) {
            rate.attempt(network(i));
        }
        clock.advance(Duration.ofSeconds(59));
        rate.attempt(HERE);

        assertThat(rate.trackedAddresses()).isEqualTo(501);

        clock.advance(SECOND);
        rate.attempt(THERE);

        assertThat(rate.trackedAddresses()).isEqualTo(2);
    }

    @Nested
    class Given_the_check_at_the_door {

        private final ConnectRateCheck check =
                new ConnectRateCheck(new ConnectRate(new ConnectRateLimits(40, 0, 100), clock));

        @Test
        void it_has_nothing_against_the_first() {
            assertThat(check.objection(new Attempt(HERE, null))).isNull();
        }

        @Test
        void one_too_many_is_told_when_to_come_back_in_whole_seconds() {
            for (int i = 0; i < 40; i++) {
                check.objection(new Attempt(HERE, null));
            }

            assertThat(check.objection(new Attempt(HERE, null)))
                    .isEqualTo(new Verdict.Refused(CloseCode.CONNECT_RATE, Duration.ofSeconds(2)));

            clock.advance(Duration.ofMillis(500));

            assertThat(check.objection(new Attempt(HERE, null)))
                    .isEqualTo(new Verdict.Refused(CloseCode.CONNECT_RATE, SECOND));

            clock.advance(Duration.ofMillis(999));

            assertThat(check.objection(new Attempt(HERE, null)))
                    .isEqualTo(new Verdict.Refused(CloseCode.CONNECT_RATE, SECOND));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "-1, 0, 1", "1000001, 0, 1", "60, -1, 1", "60, 1000001, 1", "60, 0, 0", "60, 0, -5"})
    void limits_that_cannot_be_meant_are_refused(int perMinute, int perHour, int tracked) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ConnectRateLimits(perMinute, perHour, tracked));
    }

    @Test
    void the_highest_limits_work() {
        ConnectRate rate = new ConnectRate(new ConnectRateLimits(1_000_000, 1_000_000, 1), clock);

        assertThat(rate.attempt(HERE)).isEqualTo(new RateAnswer.Allowed(999_999));
    }

    private static long allowed(ConnectRate rate, ClientAddress address, int times) {
        long allowed = 0;
        for (int i = 0; i < times; i++) {
            allowed += rate.attempt(address) instanceof RateAnswer.Allowed ? 1 : 0;
        }
        return allowed;
    }

    private static ClientAddress network(int number) {
        return new ClientAddress("2001:db8:0:" + Integer.toHexString(number) + "::1");
    }
}
