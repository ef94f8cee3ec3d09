package org.tickcast.admission.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.admission.jwt.Readings.GOOD;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.tickcast.admission.Claims;
import org.tickcast.admission.TokenReading;

/** Whatever text arrives, there is an answer, and it is yes only to what was signed to the letter. */
class GarbledTokensTest {

    private static final JwtReader READER = Readings.reader(JwtRules.DEFAULTS);
    private static final List<String> GOOD_TOKENS = List.of(
            TestSigner.HS256.token(GOOD),
            TestSigner.RS256.token(GOOD),
            TestSigner.ES256.token(GOOD),
            TestSigner.EDDSA.token(GOOD));

    @Property
    void any_text_is_answered_and_never_valid(@ForAll String text) {
        assertThat(READER.read(text)).isNotInstanceOf(TokenReading.Valid.class);
    }

    @Property
    void any_three_parts_are_answered_and_never_valid(
            @ForAll byte[] header, @ForAll byte[] payload, @ForAll byte[] signature) {
        String text = TestSigner.base64(header) + "." + TestSigner.base64(payload) + "." + TestSigner.base64(signature);

        assertThat(READER.read(text)).isEqualTo(Readings.INVALID);
    }

    @Property
    void a_good_token_with_one_character_changed_is_not_valid(
            @ForAll("goodTokens") String good,
            @ForAll @IntRange(max = 10_000) int place,
            @ForAll("letters") char letter) {
        int at = place % good.length();
        String garbled = good.substring(0, at) + letter + good.substring(at + 1);

        assertThat(READER.read(garbled) instanceof TokenReading.Valid).isEqualTo(garbled.equals(good));
    }

    @Property
    void a_good_token_with_a_piece_cut_out_or_put_in_is_not_valid(
            @ForAll("goodTokens") String good,
            @ForAll @IntRange(max = 10_000) int from,
            @ForAll @IntRange(max = 20) int length,
            @ForAll("pieces") String piece) {
        int start = from % good.length();
        int end = Math.min(good.length(), start + length);
        String garbled = good.substring(0, start) + piece + good.substring(end);

        assertThat(READER.read(garbled) instanceof TokenReading.Valid).isEqualTo(garbled.equals(good));
    }

    @Property
    void parts_of_different_tokens_do_not_make_one(
            @ForAll("goodTokens") String one, @ForAll("goodTokens") String other) {
        String header = one.substring(0, one.indexOf('.'));
        String rest = other.substring(other.indexOf('.'));

        assertThat(READER.read(header + rest) instanceof TokenReading.Valid).isEqualTo(one.equals(other));
    }

    @Property
    void whatever_a_trusted_issuer_signs_is_answered(@ForAll byte[] payload) {
        byte[] header = "{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(READER.read(TestSigner.HS256.token(header, payload))).isEqualTo(Readings.INVALID);
    }

    @Property
    void claims_of_any_shape_are_answered_and_what_is_let_through_is_within_bounds(@ForAll("payloads") String payload) {
        TokenReading reading = READER.read(TestSigner.HS256.token(payload));

        if (reading instanceof TokenReading.Valid valid) {
            Claims claims = valid.claims();
            assertThat(claims.subject()).isNotBlank().hasSizeLessThanOrEqualTo(2 * Claims.LONGEST_SUBJECT);
            assertThat(claims.grants().roles()).hasSizeLessThanOrEqualTo(32);
            assertThat(claims.expiresAt()).isNotNull();
        }
    }

    @Provide
    Arbitrary<String> goodTokens() {
        return Arbitraries.of(GOOD_TOKENS);
    }

    @Provide
    Arbitrary<Character> letters() {
        return Arbitraries.chars().alpha().numeric().with('.', '-', '_', '=', '+', '/', ' ', '\n', '\0', 'ế', '\uD83D');
    }

    @Provide
    Arbitrary<String> pieces() {
        return letters().list().ofMaxSize(8).map(list -> {
            StringBuilder piece = new StringBuilder();
            list.forEach(piece::append);
            return piece.toString();
        });
    }

    @Provide
    Arbitrary<String> payloads() {
        Arbitrary<String> names = Arbitraries.of(
                "sub", "user_id", "exp", "nbf", "iat", "iss", "aud", "plan", "roles", "channels", "limits", "jti", "x");
        Arbitrary<String> members =
                Combinators.combine(names, values()).as((name, value) -> "\"" + name + "\":" + value);
        return members.list().ofMaxSize(12).map(list -> "{" + String.join(",", list) + "}");
    }

    private static Arbitrary<String> values() {
        return Arbitraries.of(
                "null",
                "true",
                "0",
                "1",
                "-1",
                "0.5",
                "1e3",
                "1e999999999",
                "9999999999",
                "\"\"",
                "\"a\"",
                "\"a b\"",
                "\"\\u0000\"",
                "\"\\ud83d\"",
                "[]",
                "[\"a\"]",
                "[1]",
                "[[]]",
                "{}",
                "{\"connections\":1}",
                "{\"connections\":-1}",
                "{\"connections\":{}}");
    }
}
