package org.tickcast.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.admission.Callers.HERE;
import static org.tickcast.testing.SampleMarket.TEN;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.tickcast.testing.SettableClock;
import org.tickcast.wire.CloseCode;

/** Who comes in, and what those are told who do not. */
class AdmissionTest {

    private static final String SECRET = "s3cret-of-the-house";

    private final SettableClock clock = new SettableClock(TEN);
    private final LeaseBook book = new LeaseBook(Callers.limits(2), Callers.PLANS, clock);
    private final IdentityCheck identity = new IdentityCheck(
            new TokenReaders(List.of(new StaticTokens(List.of(StaticToken.shared(new Token(SECRET)))))),
            new TicketBook(Duration.ofSeconds(30), clock, new SecureRandom()),
            new Revocations(),
            Set.of());
    private final DrainCheck drain = new DrainCheck();
    private final Admission admission = new Admission(
            List.of(
                    drain,
                    new ServerCapacityCheck(book),
                    new AddressCapacityCheck(book),
                    new OriginCheck(new OriginRules(List.of(), false))),
            identity,
            book,
            AdmissionListener.NONE);

    static String[] wrongTokens() {
        return new String[] {
            "wrong",
            " ",
            SECRET + "x",
            SECRET + " ",
            SECRET.substring(1),
            SECRET.substring(0, SECRET.length() - 1),
            SECRET.toUpperCase(Locale.ROOT),
            SECRET + "\0",
            "x".repeat(10 * 1024),
            "mật-khẩu-🔑",
            "\uD83D",
        };
    }

    @Test
    void the_right_token_comes_in_and_holds_a_place() {
        Verdict verdict = admission.decide(attempt(SECRET));

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Admitted.class, admitted -> {
            assertThat(admitted.who().address()).isEqualTo(HERE);
            assertThat(admitted.who().id()).isEqualTo("192.0.2.1");
            assertThat(admitted.lease().claim()).isTrue();
        });
        assertThat(book.heldBy(HERE)).isEqualTo(1);
    }

    @ParameterizedTest
    @NullAndEmptySource
    void who_shows_nothing_is_told_that_a_token_is_missing(@Nullable String nothing) {
        Verdict verdict = admission.decide(attempt(nothing));

        assertThat(verdict).isEqualTo(new Verdict.Refused(CloseCode.TOKEN_MISSING, null));
        assertThat(book.total()).isZero();
    }

    @ParameterizedTest
    @MethodSource("wrongTokens")
    void who_shows_something_else_is_told_that_it_is_not_valid(String wrong) {
        Verdict verdict = admission.decide(attempt(wrong));

        assertThat(verdict).isEqualTo(new Verdict.Refused(CloseCode.TOKEN_INVALID, null));
        assertThat(book.total()).isZero();
    }

    @Test
    void a_token_beyond_ASCII_is_compared_like_any_other() {
        Token token = new Token("mật-khẩu-🔑");

        assertThat(token.matches("mật-khẩu-🔑")).isTrue();
        assertThat(token.matches("mat-khau-🔑")).isFalse();
    }

    @Nested
    class Given_an_address_with_all_its_places_taken {

        private final Verdict.Refused full = new Verdict.Refused(CloseCode.ADDRESS_LIMIT, Duration.ofSeconds(5));

        Given_an_address_with_all_its_places_taken() {
            admission.decide(attempt(SECRET));
            admission.decide(attempt(SECRET));
        }

        @Test
        void it_is_told_so_and_when_to_try_again() {
            assertThat(admission.decide(attempt(SECRET))).isEqualTo(full);
            assertThat(book.heldBy(HERE)).isEqualTo(2);
        }

        @Test
        void it_is_told_so_before_anybody_looks_at_its_token() {
            assertThat(admission.decide(attempt("wrong"))).isEqualTo(full);
            assertThat(admission.decide(attempt(null))).isEqualTo(full);
        }

        @Test
        void another_address_comes_in() {
            Verdict verdict = admission.decide(Callers.attempt(Callers.THERE, SECRET));

            assertThat(verdict).isInstanceOf(Verdict.Admitted.class);
        }
    }

    @Test
    void the_last_place_taken_behind_the_back_of_the_checks_is_still_no_place() {
        Admission unchecked = new Admission(List.of(), identity, book, AdmissionListener.NONE);
        book.take(Callers.from(HERE));
        book.take(Callers.from(HERE));

        Verdict verdict = unchecked.decide(attempt(SECRET));

        assertThat(verdict).isEqualTo(new Verdict.Refused(CloseCode.ADDRESS_LIMIT, Duration.ofSeconds(5)));
    }

    @Test
    void a_server_that_is_being_emptied_takes_nobody_in_and_says_so_before_anything_else() {
        drain.drain();

        assertThat(admission.decide(attempt("wrong")))
                .isEqualTo(new Verdict.Refused(CloseCode.DRAINING, Duration.ofSeconds(5)));
    }

    @Test
    void a_page_from_elsewhere_is_refused_whatever_it_shows() {
        Attempt elsewhere = new Attempt(
                new Arrival(HERE, false, "tickcast.example"),
                "market",
                List.of("http://tickcast.example.evil.com"),
                new Credential.Token(SECRET));

        assertThat(admission.decide(elsewhere)).isEqualTo(new Verdict.Refused(CloseCode.ORIGIN_REFUSED, null));
        assertThat(book.total()).isZero();
    }

    @Test
    void a_rehearsal_says_what_would_be_and_takes_no_place() {
        assertThat(admission.rehearse(attempt(SECRET))).isNull();
        assertThat(admission.rehearse(attempt("wrong"))).isEqualTo(new Verdict.Refused(CloseCode.TOKEN_INVALID, null));
        assertThat(book.total()).isZero();
    }

    @Test
    void everybody_is_heard_of_once() {
        List<String> heard = new ArrayList<>();
        Admission listenedTo = new Admission(List.of(drain), identity, book, new AdmissionListener() {
            @Override
            public void admitted(Attempt attempt, Verdict.Admitted verdict) {
                heard.add("in: " + verdict.who().id());
            }

            @Override
            public void refused(Attempt attempt, Verdict.Refused verdict) {
                heard.add("out: " + verdict.reason().id());
            }
        });

        listenedTo.decide(attempt(SECRET));
        listenedTo.decide(attempt(null));

        assertThat(heard).containsExactly("in: 192.0.2.1", "out: token-missing");

        listenedTo.rehearse(attempt(SECRET));
        listenedTo.rehearse(attempt("a guess"));

        assertThat(heard).containsExactly("in: 192.0.2.1", "out: token-missing", "out: token-invalid");
    }

    @Test
    void nothing_that_might_be_logged_shows_the_token() {
        Token token = new Token(SECRET);

        assertThat(token.toString()).doesNotContain(SECRET);
        assertThat(attempt(SECRET).toString()).doesNotContain(SECRET).contains("192.0.2.1");
        assertThat(admission.decide(attempt(SECRET)).toString()).doesNotContain(SECRET);
        assertThat(admission.decide(attempt("wrong-one")).toString()).doesNotContain("wrong-one");
    }

    private static Attempt attempt(@Nullable String token) {
        return Callers.attempt(HERE, token);
    }
}
