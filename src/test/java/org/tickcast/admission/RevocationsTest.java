package org.tickcast.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tickcast.admission.Callers.HERE;
import static org.tickcast.testing.SampleMarket.TEN;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken back stays so for good, and nothing else is concerned. */
class RevocationsTest {

    private final Revocations revocations = new Revocations();

    @Test
    void at_first_nothing_is_revoked() {
        assertThat(isRevoked(Callers.issuedAt(TEN, "lan", "1"))).isFalse();
        assertThat(revocations.isRevoked(Callers.from(HERE))).isFalse();
    }

    @Test
    void a_user_loses_what_was_issued_before_and_keeps_what_is_issued_later() {
        assertThat(revocations.revoke(new Revocation.OfUser("lan", TEN))).isTrue();

        assertThat(isRevoked(Callers.issuedAt(TEN.minusSeconds(1), "lan", "1"))).isTrue();
        assertThat(isRevoked(Callers.issuedAt(TEN, "lan", "2"))).isFalse();
        assertThat(isRevoked(Callers.issuedAt(TEN.minusSeconds(1), "minh", "3")))
                .isFalse();
    }

    @Test
    void an_earlier_moment_takes_nothing_back_from_a_later_one() {
        revocations.revoke(new Revocation.OfUser("lan", TEN));
        revocations.revoke(new Revocation.OfUser("lan", TEN.minusSeconds(60)));
        revocations.revoke(new Revocation.OfEverybody(TEN));
        revocations.revoke(new Revocation.OfEverybody(TEN.minusSeconds(60)));

        assertThat(isRevoked(Callers.issuedAt(TEN.minusSeconds(1), "lan", "1"))).isTrue();
        assertThat(isRevoked(Callers.issuedAt(TEN.minusSeconds(1), "minh", "2")))
                .isTrue();
    }

    @Test
    void a_token_that_does_not_say_when_it_was_issued_counts_as_issued_before() {
        revocations.revoke(new Revocation.OfUser("lan", TEN));

        assertThat(isRevoked(Callers.claims("lan", Grants.PLAIN))).isTrue();
        assertThat(isRevoked(configured("lan"))).isTrue();
    }

    @Test
    void one_token_is_revoked_by_its_id_whenever_it_was_issued() {
        revocations.revoke(new Revocation.OfToken("7"));

        assertThat(isRevoked(Callers.issuedAt(TEN.plusSeconds(9), "lan", "7"))).isTrue();
        assertThat(isRevoked(Callers.issuedAt(TEN.minusSeconds(9), "lan", "8"))).isFalse();
        assertThat(isRevoked(Callers.claims("lan", Grants.PLAIN))).isFalse();
    }

    @Test
    void a_moment_concerns_the_signed_tokens_of_everybody_and_no_configured_one() {
        revocations.revoke(new Revocation.OfEverybody(TEN));

        assertThat(isRevoked(Callers.issuedAt(TEN.minusSeconds(1), "lan", "1"))).isTrue();
        assertThat(isRevoked(Callers.issuedAt(TEN, "lan", "2"))).isFalse();
        assertThat(isRevoked(configured("bot"))).isFalse();
    }

    @Test
    void a_user_called_as_a_token_is_another_thing() {
        revocations.revoke(new Revocation.OfUser("7", TEN));

        assertThat(isRevoked(Callers.issuedAt(TEN.minusSeconds(1), "lan", "7"))).isFalse();
    }

    @Test
    void the_token_that_many_show_cannot_be_taken_from_one() {
        Claims shared = new Claims(TokenKind.SHARED, "shared", Grants.PLAIN, null, null, null);
        revocations.revoke(new Revocation.OfUser("shared", TEN));
        revocations.revoke(new Revocation.OfUser(HERE.limitKey(), TEN));

        assertThat(isRevoked(shared)).isFalse();
    }

    @Test
    void when_there_is_no_room_it_is_said_and_nothing_that_was_promised_is_dropped() {
        fillUp();

        assertThat(revocations.revoke(new Revocation.OfUser("lan", TEN))).isFalse();
        assertThat(revocations.revoke(new Revocation.OfToken("0"))).isTrue();
        assertThat(revocations.revoke(new Revocation.OfEverybody(TEN.minusSeconds(5))))
                .isTrue();

        assertThat(isRevoked(Callers.issuedAt(TEN, "lan", "0"))).isTrue();
        assertThat(isRevoked(Callers.issuedAt(TEN, "lan", "none"))).isFalse();
    }

    @Test
    void when_there_is_no_room_a_user_already_revoked_can_be_revoked_again_later() {
        revocations.revoke(new Revocation.OfUser("lan", TEN));
        fillUp();

        assertThat(revocations.revoke(new Revocation.OfUser("lan", TEN.plusSeconds(60))))
                .isTrue();

        assertThat(isRevoked(Callers.issuedAt(TEN.plusSeconds(59), "lan", "none")))
                .isTrue();
        assertThat(revocations.revoke(new Revocation.OfUser("minh", TEN))).isFalse();
    }

    @Test
    void what_has_no_end_stays_revoked_however_much_is_revoked_after_it() {
        revocations.revoke(new Revocation.OfUser("bot", TEN));
        fillUp();

        assertThat(isRevoked(configured("bot"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u2028b"})
    void a_revocation_is_about_somebody(String nobody) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Revocation.OfUser(nobody, TEN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Revocation.OfToken(nobody));
        assertThatIllegalArgumentException().isThrownBy(() -> new Revocation.OfToken("j".repeat(129)));
    }

    private void fillUp() {
        for (int i = 0; i < Revocations.MOST_REVOCATIONS; i++) {
            revocations.revoke(new Revocation.OfToken(String.valueOf(i)));
        }
    }

    private boolean isRevoked(Claims claims) {
        return revocations.isRevoked(claims.bearerAt(HERE));
    }

    private static Claims configured(String name) {
        return new Claims(TokenKind.STATIC, name, Grants.PLAIN, null, null, null);
    }
}
