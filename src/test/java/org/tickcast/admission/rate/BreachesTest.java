package org.tickcast.admission.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two slips are forgiven, three in a minute are not. */
class BreachesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SettableNanos clock = new SettableNanos();
    private final Breaches breaches = new Breaches(new BreachLimits(3, MINUTE), clock);

    @Test
    void the_third_in_a_minute_is_one_too_many() {
        assertThat(breaches.isOneTooMany()).isFalse();
        clock.advance(Duration.ofSeconds(30));
        assertThat(breaches.isOneTooMany()).isFalse();
        clock.advance(Duration.ofSeconds(30).minusNanos(1));
        assertThat(breaches.isOneTooMany()).isTrue();
    }

    @Test
    void a_minute_after_the_first_two_are_left() {
        breaches.isOneTooMany();
        clock.advance(Duration.ofSeconds(30));
        breaches.isOneTooMany();
        clock.advance(Duration.ofSeconds(30));

        assertThat(breaches.isOneTooMany()).isFalse();
        assertThat(breaches.isOneTooMany()).isTrue();
    }

    @Test
    void one_now_and_then_is_forgiven_for_ever() {
        for (int i = 0; i < 1000; i++) {
            clock.advance(Duration.ofSeconds(30));
            assertThat(breaches.isOneTooMany()).isFalse();
        }
    }

    @Test
    void one_too_many_stays_one_too_many_while_they_go_on() {
        breaches.isOneTooMany();
        breaches.isOneTooMany();

        for (int i = 0; i < 1000; i++) {
            assertThat(breaches.isOneTooMany()).isTrue();
        }
    }

    @Test
    void whoever_has_no_patience_closes_at_the_first() {
        assertThat(new Breaches(new BreachLimits(1, MINUTE), clock).isOneTooMany())
                .isTrue();
    }

    @Test
    void limits_that_cannot_be_meant_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BreachLimits(0, MINUTE));
        assertThatIllegalArgumentException().isThrownBy(() -> new BreachLimits(1001, MINUTE));
        assertThatIllegalArgumentException().isThrownBy(() -> new BreachLimits(3, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new BreachLimits(3, Duration.ofSeconds(-1)));
    }
}
