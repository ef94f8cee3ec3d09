package org.tickcast.admission.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.admission.jwt.Readings.claims;
import static org.tickcast.testing.SampleMarket.TEN;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tickcast.admission.ApiKey;
import org.tickcast.admission.ApiKeys;
import org.tickcast.admission.ChannelScope;
import org.tickcast.admission.Claims;
import org.tickcast.admission.Grants;
import org.tickcast.admission.OwnLimits;
import org.tickcast.admission.Token;
import org.tickcast.testing.SettableClock;

/** A key for a token that our own reader takes. */
class TokenDeskTest {

    private static final Grants GRANTS =
            new Grants("free", Set.of("trader"), ChannelScope.of(List.of("market")), OwnLimits.NONE);

    private final SettableClock clock = new SettableClock(TEN);
    private final JwtIssuer issuer =
            new JwtIssuer(TestSigner.SECRET, "tickcast", "tickcast", JwtIssuer.LIFETIME, clock, new Random(1));
    private final ApiKeys keys = new ApiKeys(List.of(new ApiKey("desk", new Token("the key"), "lan", GRANTS)));
    private final TokenDesk desk = new TokenDesk(keys, issuer);

    @Test
    void who_shows_a_key_gets_a_token_for_its_user_with_its_grants() {
        TokenDesk.Handout handout = Objects.requireNonNull(desk.issueFor("the key"));

        JwtReader reader = new JwtReader(
                JwtRules.DEFAULTS, List.of(ConfiguredKeys.of(VerificationKey.ofSecret(TestSigner.SECRET))), clock);
        Claims claims = claims(reader.read(handout.token().text()));
        assertThat(claims.subject()).isEqualTo("lan");
        assertThat(claims.grants()).isEqualTo(GRANTS);
        assertThat(claims.expiresAt()).isEqualTo(TEN.plusSeconds(3_600));
    }

    @Test
    void who_shows_anything_else_gets_nothing() {
        assertThat(desk.issueFor("another key")).isNull();
        assertThat(desk.issueFor("")).isNull();
    }

    @Test
    void without_keys_or_without_a_secret_it_is_closed() {
        assertThat(desk.isOpen()).isTrue();
        assertThat(new TokenDesk(new ApiKeys(List.of()), issuer).isOpen()).isFalse();
        TokenDesk withoutSecret = new TokenDesk(keys, null);
        assertThat(withoutSecret.isOpen()).isFalse();
        assertThat(withoutSecret.issueFor("the key")).isNull();
    }

    @Test
    void what_is_handed_out_is_not_printed() {
        TokenDesk.Handout handout = Objects.requireNonNull(desk.issueFor("the key"));

        assertThat(handout.toString()).doesNotContain(handout.token().text(), "the key");
    }
}
