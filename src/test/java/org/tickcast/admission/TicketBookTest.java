package org.tickcast.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tickcast.admission.Callers.HERE;
import static org.tickcast.admission.Callers.THERE;
import static org.tickcast.testing.SampleMarket.TEN;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tickcast.testing.SettableClock;

/** A ticket stands for its holder once, at one door, for one address and a short while. */
class TicketBookTest {

    private static final String MARKET = "market";

    private final SettableClock clock = new SettableClock(TEN);
    private final TicketBook book = new TicketBook(Duration.ofSeconds(30), clock, new SecureRandom());
    private final ClientIdentity lan = Callers.claims("lan", Grants.PLAIN).bearerAt(HERE);

    @Test
    void it_stands_for_its_holder() {
        assertThat(use(give(MARKET), HERE, MARKET)).isEqualTo(lan);
    }

    @Test
    void it_is_good_once() {
        String ticket = give(MARKET);
        use(ticket, HERE, MARKET);

        assertThat(use(ticket, HERE, MARKET)).isNull();
    }

    @Test
    void a_look_does_not_use_it_up() {
        String ticket = give(MARKET);

        assertThat(book.holderOf(ticket, HERE, MARKET, false)).isEqualTo(lan);
        assertThat(book.holderOf(ticket, HERE, MARKET, false)).isEqualTo(lan);
        assertThat(use(ticket, HERE, MARKET)).isEqualTo(lan);
    }

    @Test
    void who_shows_it_from_another_address_has_used_it_up() {
        String ticket = give(MARKET);

        assertThat(use(ticket, THERE, MARKET)).isNull();
        assertThat(use(ticket, HERE, MARKET)).isNull();
    }

    @Test
    void who_shows_it_at_another_door_has_used_it_up() {
        String ticket = give(MARKET);

        assertThat(use(ticket, HERE, "index")).isNull();
        assertThat(use(ticket, HERE, MARKET)).isNull();
    }

    @Test
    void of_IPv6_any_address_of_the_same_network_will_do() {
        ClientAddress one = new ClientAddress("2001:db8:1:2::1");
        ClientIdentity holder = Callers.claims("lan", Grants.PLAIN).bearerAt(one);
        String near = Objects.requireNonNull(book.give(holder, MARKET));
        String far = Objects.requireNonNull(book.give(holder, MARKET));

        assertThat(use(near, new ClientAddress("2001:db8:1:2:ffff::9"), MARKET)).isEqualTo(holder);
        assertThat(use(far, new ClientAddress("2001:db8:1:3::1"), MARKET)).isNull();
    }

    @Test
    void its_last_moment_is_before_thirty_seconds_are_over() {
        String inTime = give(MARKET);
        String tooLate = give(MARKET);

        clock.set(TEN.plusSeconds(30).minusNanos(1));
        assertThat(use(inTime, HERE, MARKET)).isEqualTo(lan);
        clock.set(TEN.plusSeconds(30));
        assertThat(use(tooLate, HERE, MARKET)).isNull();
    }

    @Test
    void after_thirty_one_seconds_it_is_nothing() {
        String ticket = give(MARKET);

        clock.advance(Duration.ofSeconds(31));

        assertThat(book.holderOf(ticket, HERE, MARKET, false)).isNull();
        assertThat(use(ticket, HERE, MARKET)).isNull();
    }

    @Test
    void what_was_never_given_is_nothing() {
        assertThat(use("", HERE, MARKET)).isNull();
        assertThat(use("a guess", HERE, MARKET)).isNull();
        assertThat(use("x".repeat(100_000), HERE, MARKET)).isNull();
    }

    @Test
    void no_two_are_the_same_and_each_fits_into_an_address_as_it_is() {
        Set<String> tickets = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            tickets.add(Objects.requireNonNull(book.give(holder(i), MARKET)));
        }

        assertThat(tickets).hasSize(1_000).allMatch(ticket -> ticket.matches("[A-Za-z0-9_-]{32}"));
    }

    @Test
    void when_too_many_are_unused_nobody_gets_another_until_the_oldest_are_over() {
        for (int i = 0; i < TicketBook.MOST_TICKETS; i++) {
            book.give(holder(i), MARKET);
        }
        assertThat(book.give(lan, MARKET)).isNull();

        clock.advance(Duration.ofSeconds(30));

        assertThat(book.give(lan, MARKET)).isNotNull();
    }

    @Test
    void one_that_is_used_makes_room_for_another() {
        String first = give(MARKET);
        for (int i = 1; i < TicketBook.MOST_TICKETS; i++) {
            book.give(holder(i), MARKET);
        }
        use(first, HERE, MARKET);

        assertThat(book.give(lan, MARKET)).isNotNull();
        assertThat(book.give(lan, MARKET)).isNull();
    }

    @Test
    void one_holder_has_a_hundred_at_most_wherever_from_and_others_get_theirs() {
        String first = give(MARKET);
        for (int i = 1; i < TicketBook.MOST_OF_ONE; i++) {
            give(MARKET);
        }
        assertThat(book.give(lan, MARKET)).isNull();
        assertThat(book.give(Callers.claims("lan", Grants.PLAIN).bearerAt(THERE), MARKET))
                .isNull();
        assertThat(book.give(Callers.claims("minh", Grants.PLAIN).bearerAt(HERE), MARKET))
                .isNotNull();

        book.holderOf(first, HERE, MARKET, false);
        assertThat(book.give(lan, MARKET)).isNull();
        use(first, HERE, MARKET);
        assertThat(book.give(lan, MARKET)).isNotNull();
        assertThat(book.give(lan, MARKET)).isNull();

        clock.advance(Duration.ofSeconds(30));
        assertThat(book.give(lan, MARKET)).isNotNull();
    }

    @Test
    void it_is_over_when_its_token_is() {
        ClientIdentity soonOver = until(TEN.plusSeconds(5));
        assertThat(book.goodFor(soonOver)).isEqualTo(Duration.ofSeconds(5));
        String inTime = Objects.requireNonNull(book.give(soonOver, MARKET));
        String tooLate = Objects.requireNonNull(book.give(soonOver, MARKET));

        clock.set(TEN.plusSeconds(5).minusNanos(1));
        assertThat(use(inTime, HERE, MARKET)).isEqualTo(soonOver);
        clock.set(TEN.plusSeconds(5));
        assertThat(use(tooLate, HERE, MARKET)).isNull();
    }

    @Test
    void a_clock_that_is_set_back_makes_no_ticket_good_for_longer() {
        SettableClock steady = new SettableClock(TEN);
        TicketBook even = new TicketBook(Duration.ofSeconds(30), Duration.ZERO, clock, steady, new SecureRandom());
        String before = Objects.requireNonNull(even.give(lan, MARKET));
        clock.advance(Duration.ofHours(-1));
        String after = Objects.requireNonNull(even.give(lan, MARKET));
        steady.advance(Duration.ofSeconds(29));

        assertThat(even.holderOf(before, HERE, MARKET, false)).isEqualTo(lan);
        assertThat(even.holderOf(after, HERE, MARKET, false)).isEqualTo(lan);
        steady.advance(Duration.ofSeconds(1));
        assertThat(even.holderOf(before, HERE, MARKET, false)).isNull();
        assertThat(even.holderOf(after, HERE, MARKET, false)).isNull();
    }

    @Test
    void where_a_token_is_accepted_after_its_end_so_is_its_ticket() {
        TicketBook lenient =
                new TicketBook(Duration.ofSeconds(30), Duration.ofSeconds(10), clock, clock, new SecureRandom());
        ClientIdentity over = until(TEN.minusSeconds(4));
        String ticket = Objects.requireNonNull(lenient.give(over, MARKET));

        assertThat(lenient.goodFor(over)).isEqualTo(Duration.ofSeconds(6));
        clock.set(TEN.plusSeconds(6).minusNanos(1));
        assertThat(lenient.holderOf(ticket, HERE, MARKET, false)).isEqualTo(over);
        clock.set(TEN.plusSeconds(6));
        assertThat(lenient.holderOf(ticket, HERE, MARKET, true)).isNull();
    }

    @Test
    void a_token_that_ends_late_or_never_makes_no_ticket_longer() {
        assertThat(book.goodFor(lan)).isEqualTo(Duration.ofSeconds(30));
        assertThat(book.goodFor(until(TEN.plusSeconds(3_600)))).isEqualTo(Duration.ofSeconds(30));
        assertThat(book.goodFor(until(Instant.MAX))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void of_fifty_who_show_it_in_the_same_moment_exactly_one_wins() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(50);
        try {
            for (int round = 0; round < 100; round++) {
                String ticket = give(MARKET);
                CyclicBarrier start = new CyclicBarrier(50);
                Callable<Boolean> attempt = () -> {
                    start.await();
                    return use(ticket, HERE, MARKET) != null;
                };

                int winners = 0;
                for (Future<Boolean> one : crowd.invokeAll(Collections.nCopies(50, attempt))) {
                    winners += one.get() ? 1 : 0;
                }

                assertThat(winners).isEqualTo(1);
            }
        } finally {
            crowd.shutdownNow();
        }
    }

    @Test
    void a_ticket_needs_some_time() {
        for (Duration none : List.of(Duration.ZERO, Duration.ofSeconds(-1))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new TicketBook(none, clock, new SecureRandom()));
        }
    }

    /** Each has a few. */
    private static ClientIdentity holder(int number) {
        return Callers.claims("user-" + number % 200, Grants.PLAIN).bearerAt(HERE);
    }

    private static ClientIdentity until(Instant end) {
        return new Claims(TokenKind.JWT, "minh", Grants.PLAIN, TEN.minusSeconds(60), end, "1").bearerAt(HERE);
    }

    private String give(String door) {
        return Objects.requireNonNull(book.give(lan, door));
    }

    private @Nullable ClientIdentity use(String ticket, ClientAddress address, String door) {
        return book.holderOf(ticket, address, door, true);
    }
}
