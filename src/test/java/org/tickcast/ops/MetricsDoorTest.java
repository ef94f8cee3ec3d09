package org.tickcast.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.admission.Arrival;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.ChannelScope;
import org.tickcast.admission.Claims;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.Credential;
import org.tickcast.admission.EncryptionCheck;
import org.tickcast.admission.Grants;
import org.tickcast.admission.IdentityCheck;
import org.tickcast.admission.OwnLimits;
import org.tickcast.admission.Revocations;
import org.tickcast.admission.TicketBook;
import org.tickcast.admission.TokenKind;
import org.tickcast.admission.TokenReading;
import org.tickcast.admission.Verdict;
import org.tickcast.admission.rate.ConnectRateLimits;
import org.tickcast.admission.rate.GuessRate;
import org.tickcast.wire.CloseCode;

/** Figures are for those who were given the role, unless somebody said that they are for all. */
class MetricsDoorTest {

    private static final String GOOD = "a-good-token";

    private Set<String> roles = Set.of();
    private boolean open;
    private boolean encryptedOnly;

    @ParameterizedTest
    @ValueSource(strings = {"metrics", "admin"})
    void with_the_role_one_may_read_them(String role) {
        roles = Set.of(role);

        assertThat(objection(new Credential.Token(GOOD))).isNull();
    }

    @Test
    void without_the_role_one_may_not() {
        roles = Set.of("producer");

        assertThat(objection(new Credential.Token(GOOD))).isEqualTo(CloseCode.ROLE_REQUIRED);
    }

    @Test
    void without_a_good_token_one_may_not() {
        assertThat(objection(new Credential.Nothing())).isEqualTo(CloseCode.TOKEN_MISSING);
        assertThat(objection(new Credential.Token("guessed"))).isEqualTo(CloseCode.TOKEN_INVALID);
    }

    @Test
    void a_token_that_others_could_have_read_is_not_looked_at() {
        encryptedOnly = true;
        roles = Set.of("metrics");

        assertThat(objection(new Credential.Token(GOOD))).isEqualTo(CloseCode.NOT_ENCRYPTED);
    }

    @Test
    void where_they_are_for_all_nothing_is_asked_for() {
        open = true;
        encryptedOnly = true;

        assertThat(objection(new Credential.Nothing())).isNull();
        assertThat(objection(new Credential.Token("guessed"))).isNull();
    }

    private @Nullable CloseCode objection(Credential shown) {
        Claims claims = new Claims(
                TokenKind.JWT,
                "prometheus",
                new Grants(null, roles, ChannelScope.ALL, OwnLimits.NONE),
                Instant.EPOCH,
                null,
                null);
        IdentityCheck identity = new IdentityCheck(
                token -> token.equals(GOOD)
                        ? new TokenReading.Valid(claims)
                        : TokenReading.Rejected.forGood(CloseCode.TOKEN_INVALID),
                new TicketBook(Duration.ofSeconds(30), () -> Instant.EPOCH, new SecureRandom()),
                new Revocations(),
                Set.of());
        GuessRate guesses = new GuessRate(new ConnectRateLimits(30, 0, 10), () -> 0);
        MetricsDoor door = new MetricsDoor(open, new EncryptionCheck(encryptedOnly), guesses, identity);
        Arrival arrival = new Arrival(new ClientAddress("192.0.2.1"), false, "tickcast.example");
        Verdict.Refused refusal = door.objection(new Attempt(arrival, Attempt.METRICS, List.of(), shown));
        return refusal == null ? null : refusal.reason();
    }
}
