package org.tickcast.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tickcast.testing.SampleMarket.TEN;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tickcast.testing.SettableClock;

/** So many places for each address, and each given back exactly once. */
class LeaseBookTest {

    private static final ClientAddress HERE = new ClientAddress("192.0.2.1");
    private static final ClientAddress THERE = new ClientAddress("192.0.2.2");
    private static final Duration OPEN_WITHIN = Duration.ofSeconds(10);

    private final SettableClock clock = new SettableClock(TEN);
    private final LeaseBook book = new LeaseBook(new AdmissionLimits(2, OPEN_WITHIN), clock);

    @Nested
    class Given_an_address_with_all_its_places_taken {

        private final Lease first = taken(HERE);
        private final Lease second = taken(HERE);

        @Test
        void it_gets_no_other() {
            assertThat(book.isFull(HERE)).isTrue();
            assertThat(book.take(HERE)).isNull();
            assertThat(book.heldBy(HERE)).isEqualTo(2);
        }

        @Test
        void another_address_has_its_own() {
            assertThat(book.isFull(THERE)).isFalse();
            assertThat(book.take(THERE)).isNotNull();
            assertThat(book.heldBy(THERE)).isEqualTo(1);
            assertThat(book.total()).isEqualTo(3);
        }

        @Test
        void a_place_given_back_can_be_taken_again() {
            first.release();

            assertThat(book.isFull(HERE)).isFalse();
            assertThat(book.take(HERE)).isNotNull();
        }

        @Test
        void giving_back_twice_frees_one_place() {
            first.claim();
            first.release();
            first.release();
            first.release();

            assertThat(book.heldBy(HERE)).isEqualTo(1);
        }

        @Test
        void when_all_are_given_back_nothing_is_left() {
            first.release();
            second.claim();
            second.release();
            first.release();

            assertThat(book.heldBy(HERE)).isZero();
            assertThat(book.total()).isZero();
        }
    }

    @Nested
    class Given_a_handshake_under_way {

        private final Lease lease = taken(HERE);

        @Test
        void in_time_it_keeps_its_place() {
            clock.advance(OPEN_WITHIN);
            book.releaseLate();

            assertThat(book.heldBy(HERE)).isEqualTo(1);
            assertThat(lease.claim()).isTrue();
        }

        @Test
        void too_late_it_loses_its_place_and_cannot_open_any_more() {
            clock.advance(OPEN_WITHIN.plusMillis(1));
            book.releaseLate();

            assertThat(book.heldBy(HERE)).isZero();
            assertThat(lease.claim()).isFalse();
        }

        @Test
        void a_place_lost_that_way_is_not_given_back_again() {
            Lease other = taken(HERE);
            other.claim();
            clock.advance(OPEN_WITHIN.plusMillis(1));
            book.releaseLate();

            lease.release();
            book.releaseLate();

            assertThat(book.heldBy(HERE)).isEqualTo(1);
        }

        @Test
        void late_and_not_yet_looked_for_it_may_still_open() {
            clock.advance(OPEN_WITHIN.multipliedBy(2));

            assertThat(lease.claim()).isTrue();
        }

        @Test
        void an_open_socket_is_never_late() {
            lease.claim();
            clock.advance(Duration.ofDays(1));
            book.releaseLate();

            assertThat(book.heldBy(HERE)).isEqualTo(1);
        }

        @Test
        void it_opens_once() {
            assertThat(lease.claim()).isTrue();
            assertThat(lease.claim()).isFalse();
        }

        @Test
        void one_that_has_failed_cannot_open() {
            lease.release();

            assertThat(lease.claim()).isFalse();
            assertThat(book.heldBy(HERE)).isZero();
        }
    }

    @Test
    void whoever_has_a_network_of_IPv6_has_one_address() {
        Lease one = taken(new ClientAddress("2001:db8::1"));
        taken(new ClientAddress("2001:db8::2"));

        assertThat(book.take(new ClientAddress("2001:db8::3"))).isNull();
        assertThat(book.take(new ClientAddress("2001:db8:0:1::3"))).isNotNull();

        one.release();

        assertThat(book.take(new ClientAddress("2001:0db8::4"))).isNotNull();
    }

    @Test
    void limits_that_would_let_nobody_in_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AdmissionLimits(0, OPEN_WITHIN));
        assertThatIllegalArgumentException().isThrownBy(() -> new AdmissionLimits(1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new AdmissionLimits(1, Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientAddress(" "));
    }

    private Lease taken(ClientAddress address) {
        return Objects.requireNonNull(book.take(address), () -> "No place for " + address);
    }
}
