package org.tickcast.admission.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tickcast.admission.jwt.Readings.EXPIRED;
import static org.tickcast.admission.jwt.Readings.INVALID;
import static org.tickcast.admission.jwt.Readings.claims;
import static org.tickcast.testing.SampleMarket.TEN;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.admission.ChannelScope;
import org.tickcast.admission.Claims;
import org.tickcast.admission.Grants;
import org.tickcast.admission.OwnLimits;
import org.tickcast.admission.TokenKind;
import org.tickcast.testing.SettableClock;

/** What we issue, we read. */
class JwtIssuerTest {

    private final SettableClock clock = new SettableClock(TEN.plusMillis(700));
    private final JwtIssuer issuer = issuer(TestSigner.SECRET, JwtIssuer.LIFETIME);
    private final JwtReader reader = new JwtReader(
            JwtRules.DEFAULTS.issuedBy("https://tickcast.example").meantFor("tickcast"),
            List.of(ConfiguredKeys.of(VerificationKey.ofSecret(TestSigner.SECRET))),
            clock);

    @Test
    void an_issued_token_says_what_it_was_issued_for() {
        Grants grants = new Grants(
                "pro",
                Set.of("trader", "admin"),
                ChannelScope.of(List.of("market", "index")),
                new OwnLimits(2, null, 100));

        IssuedToken issued = issuer.issue("lan", grants);

        assertThat(claims(reader.read(issued.text())))
                .isEqualTo(new Claims(TokenKind.JWT, "lan", grants, TEN, TEN.plusSeconds(3_600), issued.id()));
        assertThat(issued.expiresAt()).isEqualTo(TEN.plusSeconds(3_600));
    }

    @Test
    void one_that_opens_nothing_opens_nothing() {
        Grants grants = new Grants("free", Set.of(), ChannelScope.of(List.of()), OwnLimits.NONE);

        IssuedToken issued = issuer.issue("lan", grants);

        assertThat(claims(reader.read(issued.text())).grants()).isEqualTo(grants);
    }

    @Test
    void a_plain_one_says_no_more_than_it_has_to() {
        IssuedToken issued = issuer.issue("lan", Grants.PLAIN);

        String payload =
                new String(Base64.getUrlDecoder().decode(issued.text().split("\\.", -1)[1]), StandardCharsets.UTF_8);

        assertThat(payload)
                .contains("\"sub\":\"lan\"", "\"user_id\":\"lan\"", "\"aud\":\"tickcast\"")
                .doesNotContain("plan", "roles", "channels", "limits", "null");
        assertThat(claims(reader.read(issued.text())).grants()).isEqualTo(Grants.PLAIN);
    }

    @Test
    void its_hour_ends() {
        String token = issuer.issue("lan", Grants.PLAIN).text();

        clock.advance(Duration.ofMinutes(61));

        assertThat(reader.read(token)).isEqualTo(EXPIRED);
    }

    @Test
    void no_two_tokens_have_the_same_id() {
        assertThat(issuer.issue("lan", Grants.PLAIN).id())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(issuer.issue("lan", Grants.PLAIN).id());
    }

    @Test
    void the_secret_of_another_house_signs_nothing_here() {
        JwtIssuer other = issuer("another secret, of 32 bytes too!!", JwtIssuer.LIFETIME);

        assertThat(reader.read(other.issue("lan", Grants.PLAIN).text())).isEqualTo(INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u0000"})
    void nobody_gets_a_token_that_would_not_be_read(String userId) {
        assertThatIllegalArgumentException().isThrownBy(() -> issuer.issue(userId, Grants.PLAIN));
    }

    @Test
    void nobody_gets_a_token_that_is_too_long_to_be_read() {
        Set<String> roles =
                IntStream.range(0, 32).mapToObj(i -> "ế".repeat(62) + i).collect(Collectors.toSet());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> issuer.issue("lan", new Grants(null, roles, ChannelScope.ALL, OwnLimits.NONE)));
    }

    @Test
    void a_bad_issuer_is_refused_at_the_start() {
        assertThatIllegalArgumentException().isThrownBy(() -> issuer("short", JwtIssuer.LIFETIME));
        assertThatIllegalArgumentException().isThrownBy(() -> issuer(TestSigner.SECRET, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> issuer(TestSigner.SECRET, Duration.ofSeconds(-5)));
    }

    @Test
    void a_token_is_not_printed() {
        IssuedToken issued = issuer.issue("lan", Grants.PLAIN);

        assertThat(issued.toString())
                .contains(Objects.requireNonNull(issued.id()))
                .doesNotContain(issued.text());
    }

    private JwtIssuer issuer(String secret, Duration lifetime) {
        return new JwtIssuer(secret, "https://tickcast.example", "tickcast", lifetime, clock, new Random(7));
    }
}
