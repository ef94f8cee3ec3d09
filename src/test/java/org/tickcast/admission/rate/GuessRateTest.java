package org.tickcast.admission.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.admission.Arrival;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.ChannelScope;
import org.tickcast.admission.Claims;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.Credential;
import org.tickcast.admission.Grants;
import org.tickcast.admission.Identification;
import org.tickcast.admission.IdentityCheck;
import org.tickcast.admission.OwnLimits;
import org.tickcast.admission.Revocations;
import org.tickcast.admission.TicketBook;
import org.tickcast.admission.TokenKind;
import org.tickcast.admission.TokenReading;
import org.tickcast.admission.Verdict;
import org.tickcast.testing.SettableClock;
import org.tickcast.wire.CloseCode;

/** An address may show so many wrong tokens; then nothing that it shows is looked at for a while. */
class GuessRateTest {

    private static final ClientAddress HERE = new ClientAddress("192.0.2.1");
    private static final ClientAddress THERE = new ClientAddress("192.0.2.2");

    private final SettableNanos clock = new SettableNanos();
    private final SettableClock wallClock = new SettableClock(TEN);
    private final GuessRate guesses = new GuessRate(new ConnectRateLimits(2, 0, 100), clock);
    private final List<String> lookedAt = new ArrayList<>();
    private final IdentityCheck identity = new IdentityCheck(
            this::reading,
            new TicketBook(Duration.ofSeconds(30), wallClock, new SecureRandom()),
            new Revocations(),
            Set.of());

    @Test
    void after_the_last_wrong_token_even_a_good_one_is_not_looked_at() {
        show(2, "wrong", HERE);
        lookedAt.clear();

        assertThat(reasonFor("good", HERE)).isEqualTo(CloseCode.TOKEN_GUESSES);
        assertThat(lookedAt).isEmpty();
        assertThat(guesses.objection(HERE))
                .isEqualTo(new Verdict.Refused(CloseCode.TOKEN_GUESSES, Duration.ofSeconds(30)));
    }

    @Test
    void another_address_is_not_held_up() {
        show(2, "wrong", HERE);

        assertThat(guesses.identify(attempt("good", THERE), identity)).isInstanceOf(Identification.Known.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"good", "expired", ""})
    void what_is_no_guess_does_not_count(String token) {
        show(10, token, HERE);

        assertThat(guesses.objection(HERE)).isNull();
    }

    @Test
    void asking_whether_it_is_held_up_neither_counts_nor_prolongs_the_wait() {
        for (int i = 0; i < 10; i++) {
            assertThat(guesses.objection(HERE)).isNull();
        }
        show(2, "wrong", HERE);
        for (int i = 0; i < 10; i++) {
            assertThat(guesses.objection(HERE)).isNotNull();
        }
        clock.advance(Duration.ofSeconds(30));

        assertThat(reasonFor("wrong", HERE)).isEqualTo(CloseCode.TOKEN_INVALID);
        assertThat(reasonFor("wrong", HERE)).isEqualTo(CloseCode.TOKEN_GUESSES);
    }

    @Test
    void a_wrong_token_beside_the_last_one_is_one_too_many() {
        assertThat(guesses.guessed(HERE)).isNull();
        assertThat(guesses.guessed(HERE)).isNull();

        assertThat(guesses.guessed(HERE))
                .isEqualTo(new Verdict.Refused(CloseCode.TOKEN_GUESSES, Duration.ofSeconds(30)));
    }

    private void show(int times, String token, ClientAddress from) {
        for (int i = 0; i < times; i++) {
            assertThat(guesses.identify(attempt(token, from), identity)).isNotNull();
        }
    }

    private CloseCode reasonFor(String token, ClientAddress from) {
        return ((Identification.Refused) guesses.identify(attempt(token, from), identity))
                .verdict()
                .reason();
    }

    private static Attempt attempt(String token, ClientAddress from) {
        Credential shown = token.isEmpty() ? new Credential.Nothing() : new Credential.Token(token);
        return new Attempt(new Arrival(from, false, "tickcast.example"), Attempt.API, List.of(), shown);
    }

    private TokenReading reading(String token) {
        lookedAt.add(token);
        Grants grants = new Grants(null, Set.of(), ChannelScope.ALL, OwnLimits.NONE);
        return switch (token) {
            case "good" -> new TokenReading.Valid(new Claims(TokenKind.JWT, "lan", grants, TEN, null, null));
            case "expired" -> TokenReading.Rejected.forGood(CloseCode.TOKEN_EXPIRED);
            default -> TokenReading.Rejected.forGood(CloseCode.TOKEN_INVALID);
        };
    }
}
