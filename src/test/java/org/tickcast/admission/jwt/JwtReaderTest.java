package org.tickcast.admission.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.tickcast.admission.jwt.Readings.GOOD;
import static org.tickcast.admission.jwt.Readings.INVALID;
import static org.tickcast.admission.jwt.Readings.NOW;
import static org.tickcast.admission.jwt.Readings.claims;
import static org.tickcast.admission.jwt.Readings.payload;
import static org.tickcast.admission.jwt.TestSigner.HS256;
import static org.tickcast.testing.SampleMarket.TEN;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.admission.ChannelScope;
import org.tickcast.admission.Claims;
import org.tickcast.admission.OwnLimits;
import org.tickcast.admission.TokenKind;
import org.tickcast.admission.TokenReading;
import org.tickcast.testing.SettableClock;

/** What a good token says, whoever signed it. */
class JwtReaderTest {

    private final JwtReader reader = Readings.reader(JwtRules.DEFAULTS);

    static Stream<Arguments> signers() {
        return Stream.of(
                arguments(JwtAlgorithm.HS256, HS256),
                arguments(JwtAlgorithm.RS256, TestSigner.RS256),
                arguments(JwtAlgorithm.ES256, TestSigner.ES256),
                arguments(JwtAlgorithm.EDDSA, TestSigner.EDDSA));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("signers")
    void a_token_signed_with_one_of_our_keys_is_valid(JwtAlgorithm algorithm, TestSigner signer) {
        assertThat(claims(reader.read(signer.token(GOOD))).subject()).isEqualTo("lan");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("signers")
    void an_algorithm_that_is_not_accepted_reads_nothing(JwtAlgorithm algorithm, TestSigner signer) {
        Set<JwtAlgorithm> others = Stream.of(JwtAlgorithm.values())
                .filter(other -> other != algorithm)
                .collect(Collectors.toSet());

        JwtReader narrower = Readings.reader(JwtRules.DEFAULTS.accepting(others));

        assertThat(narrower.read(signer.token(GOOD))).isEqualTo(INVALID);
    }

    @Test
    void Ed25519_is_known_by_its_newer_name_too() {
        String token = TestSigner.EDDSA.token("{\"alg\":\"Ed25519\"}", GOOD);

        assertThat(claims(reader.read(token)).subject()).isEqualTo("lan");
    }

    @Test
    void everything_it_says_is_there() {
        String token = HS256.token("{\"sub\":\"lan\",\"plan\":\"pro\",\"roles\":[\"trader\",\"admin\"],"
                + "\"channels\":[\"market\"],\"jti\":\"one\",\"iat\":" + NOW + ",\"exp\":" + (NOW + 60)
                + ",\"limits\":{\"connections\":2,\"messages_per_second\":10,\"messages_per_minute\":100}}");

        Claims claims = claims(reader.read(token));

        assertThat(claims.kind()).isEqualTo(TokenKind.JWT);
        assertThat(claims.subject()).isEqualTo("lan");
        assertThat(claims.grants().plan()).isEqualTo("pro");
        assertThat(claims.grants().roles()).containsExactlyInAnyOrder("trader", "admin");
        assertThat(claims.grants().channels()).isEqualTo(ChannelScope.of(List.of("market")));
        assertThat(claims.grants().limits()).isEqualTo(new OwnLimits(2, 10, 100));
        assertThat(claims.tokenId()).isEqualTo("one");
        assertThat(claims.issuedAt()).isEqualTo(TEN);
        assertThat(claims.expiresAt()).isEqualTo(TEN.plusSeconds(60));
    }

    @Test
    void what_it_does_not_say_is_absent_and_narrows_nothing() {
        Claims claims = claims(reader.read(HS256.token(GOOD)));

        assertThat(claims.grants().plan()).isNull();
        assertThat(claims.grants().roles()).isEmpty();
        assertThat(claims.grants().channels()).isEqualTo(ChannelScope.ALL);
        assertThat(claims.grants().limits()).isEqualTo(OwnLimits.NONE);
        assertThat(claims.tokenId()).isNull();
        assertThat(claims.issuedAt()).isNull();
    }

    @Test
    void what_it_says_is_null_is_not_said() {
        String nulls = ",\"user_id\":null,\"plan\":null,\"roles\":null,\"channels\":null,\"limits\":null,\"jti\":null";

        assertThat(claims(reader.read(HS256.token(payload(nulls))))).isEqualTo(claims(reader.read(HS256.token(GOOD))));
    }

    @Test
    void the_user_id_wins_over_the_subject() {
        assertThat(claims(reader.read(HS256.token(payload(",\"user_id\":\"u-7\""))))
                        .subject())
                .isEqualTo("u-7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"a\",\"b\"]", "\"a b\"", "\" a   b \"", "[\"a\",\"b\",\"a\"]"})
    void roles_are_a_list_or_words(String roles) {
        assertThat(claims(reader.read(HS256.token(payload(",\"roles\":" + roles))))
                        .grants()
                        .roles())
                .containsExactlyInAnyOrder("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"\"", "\" \""})
    void channels_that_name_none_are_none(String channels) {
        ChannelScope scope = claims(reader.read(HS256.token(payload(",\"channels\":" + channels))))
                .grants()
                .channels();

        assertThat(scope).isEqualTo(ChannelScope.of(List.of()));
        assertThat(scope.includes("market")).isFalse();
    }

    @Test
    void claims_of_others_are_passed_over() {
        String others = ",\"https://example.org/x\":{\"a\":[1,null,{\"b\":true}]},\"scope\":7";

        assertThat(claims(reader.read(HS256.token(payload(others)))).subject()).isEqualTo("lan");
    }

    @Test
    void a_name_beyond_ASCII_is_a_name() {
        assertThat(claims(reader.read(HS256.token(payload(",\"user_id\":\"Nguyễn Thị Lan 🔑\""))))
                        .subject())
                .isEqualTo("Nguyễn Thị Lan 🔑");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s3cret-of-the-house", "eyJhbGciOiJIUzI1NiJ9"})
    void a_text_without_dots_is_for_another_reader(String text) {
        assertThat(reader.read(text)).isInstanceOf(TokenReading.Unknown.class);
    }

    @Test
    void without_a_key_there_is_no_reader() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JwtReader(JwtRules.DEFAULTS, List.of(), new SettableClock(TEN)));
        assertThatIllegalArgumentException().isThrownBy(ConfiguredKeys::of);
    }
}
