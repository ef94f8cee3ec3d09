package org.tickcast.admission.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.admission.jwt.Readings.EXPIRED;
import static org.tickcast.admission.jwt.Readings.INVALID;
import static org.tickcast.admission.jwt.Readings.NOW;
import static org.tickcast.admission.jwt.Readings.claims;
import static org.tickcast.admission.jwt.Readings.payload;
import static org.tickcast.admission.jwt.TestSigner.HS256;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token is good for a while, give or take the difference between two clocks: thirty seconds. */
class JwtTimesTest {

    private final JwtReader reader = Readings.reader(JwtRules.DEFAULTS);

    @ParameterizedTest
    @ValueSource(longs = {1, 0, -1, -29})
    void it_is_good_until_its_end_and_the_skew_behind_it(long fromNow) {
        assertThat(claims(reader.read(ending(NOW + fromNow))).expiresAt())
                .isEqualTo(Instant.ofEpochSecond(NOW + fromNow));
    }

    @ParameterizedTest
    @ValueSource(longs = {-30, -31, -1_000_000})
    void after_that_it_has_expired(long fromNow) {
        assertThat(reader.read(ending(NOW + fromNow))).isEqualTo(EXPIRED);
    }

    @Test
    void without_skew_its_end_is_its_end() {
        JwtRules exact =
                new JwtRules(JwtRules.DEFAULTS.algorithms(), null, null, Duration.ZERO, JwtRules.LONGEST_TOKEN);

        assertThat(Readings.reader(exact).read(ending(NOW))).isEqualTo(EXPIRED);
        assertThat(claims(Readings.reader(exact).read(ending(NOW + 1))).subject())
                .isEqualTo("lan");
    }

    @Test
    void only_a_token_that_would_be_good_otherwise_is_told_that_it_has_expired() {
        JwtReader ofAnIssuer = Readings.reader(JwtRules.DEFAULTS.issuedBy("https://issuer.example"));

        assertThat(ofAnIssuer.read(ending(NOW - 1_000))).isEqualTo(INVALID);
        assertThat(reader.read(TestSigner.secret(new byte[32]).token("{\"sub\":\"lan\",\"exp\":1}")))
                .isEqualTo(INVALID);
    }

    @Test
    void one_that_never_ends_is_refused() {
        assertThat(reader.read(HS256.token("{\"sub\":\"lan\"}"))).isEqualTo(INVALID);
        assertThat(reader.read(HS256.token("{\"sub\":\"lan\",\"exp\":null}"))).isEqualTo(INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "1e400",
                "1e999999999",
                "1e-999999999",
                "1e99999999999999999999",
                "9223372036854775807",
                "9223372036854775808",
                "253402300800",
                "-1",
                "-9223372036854775808",
                "1770778800.5",
                "0x7fffffff",
                "01770778800",
                "+1770778800",
                "\"1770778800\"",
                "\"never\"",
                "true",
                "{}",
                "[1770778800]",
                "99999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999",
            })
    void an_end_that_is_no_time_is_refused(String end) {
        assertThat(reader.read(HS256.token("{\"sub\":\"lan\",\"exp\":" + end + "}")))
                .isEqualTo(INVALID);
    }

    @Test
    void whole_seconds_may_be_written_in_any_way() {
        assertThat(claims(reader.read(HS256.token("{\"sub\":\"lan\",\"exp\":2e9}")))
                        .expiresAt())
                .isEqualTo(Instant.ofEpochSecond(2_000_000_000));
        assertThat(claims(reader.read(HS256.token("{\"sub\":\"lan\",\"exp\":253402300799}")))
                        .expiresAt())
                .isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nbf", "iat"})
    void one_from_the_future_is_refused_unless_it_is_only_the_clocks(String claim) {
        assertThat(reader.read(from(claim, NOW + 31))).isEqualTo(INVALID);
        assertThat(claims(reader.read(from(claim, NOW + 30))).subject()).isEqualTo("lan");
        assertThat(claims(reader.read(from(claim, NOW - 86_400))).subject()).isEqualTo("lan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nbf", "iat"})
    void a_beginning_that_is_no_time_is_refused(String claim) {
        assertThat(reader.read(HS256.token(payload(",\"" + claim + "\":\"now\""))))
                .isEqualTo(INVALID);
        assertThat(reader.read(HS256.token(payload(",\"" + claim + "\":-1")))).isEqualTo(INVALID);
        assertThat(reader.read(HS256.token(payload(",\"" + claim + "\":1e999999999"))))
                .isEqualTo(INVALID);
    }

    private static String ending(long second) {
        return HS256.token("{\"sub\":\"lan\",\"exp\":" + second + "}");
    }

    private static String from(String claim, long second) {
        return HS256.token(payload(",\"" + claim + "\":" + second));
    }
}
