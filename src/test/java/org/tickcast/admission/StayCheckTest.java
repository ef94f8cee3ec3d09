package org.tickcast.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tickcast.admission.Callers.HERE;
import static org.tickcast.testing.SampleMarket.TEN;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tickcast.wire.CloseCode;

/** Who is in may stay until the token's end and a little longer, if it is not taken back. */
class StayCheckTest {

    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Revocations revocations = new Revocations();
    private final StayCheck stay = new StayCheck(revocations, GRACE);

    @Test
    void a_client_stays_to_the_end_of_its_grace_and_not_a_moment_longer() {
        ClientIdentity who = until(TEN);

        assertThat(stay.objection(who, TEN.plus(GRACE).minusNanos(1))).isNull();
        assertThat(stay.objection(who, TEN.plus(GRACE))).isEqualTo(CloseCode.TOKEN_EXPIRED);
    }

    @Test
    void without_grace_the_end_is_the_end() {
        StayCheck strict = new StayCheck(revocations, Duration.ZERO);

        assertThat(strict.objection(until(TEN), TEN.minusNanos(1))).isNull();
        assertThat(strict.objection(until(TEN), TEN)).isEqualTo(CloseCode.TOKEN_EXPIRED);
    }

    @Test
    void who_has_no_end_stays() {
        assertThat(stay.objection(until(null), Instant.MAX)).isNull();
        assertThat(stay.objection(Callers.from(HERE), Instant.MAX)).isNull();
    }

    @Test
    void an_end_at_the_end_of_time_is_no_trouble() {
        assertThat(stay.objection(until(Instant.MAX), TEN)).isNull();
        assertThat(stay.objection(until(Instant.MIN), TEN)).isEqualTo(CloseCode.TOKEN_EXPIRED);
    }

    @Test
    void what_is_taken_back_ends_at_once() {
        revocations.revoke(new Revocation.OfUser("lan", TEN));

        assertThat(stay.objection(until(TEN.plusSeconds(60)), TEN)).isEqualTo(CloseCode.TOKEN_REVOKED);
    }

    @Test
    void a_grace_below_zero_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new StayCheck(revocations, Duration.ofMillis(-1)));
    }

    private static ClientIdentity until(@Nullable Instant end) {
        return new Claims(TokenKind.JWT, "lan", Grants.PLAIN, TEN.minusSeconds(60), end, "1").bearerAt(HERE);
    }
}
