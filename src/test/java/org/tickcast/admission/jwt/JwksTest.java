package org.tickcast.admission.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.tickcast.admission.jwt.TestKeys.RSA;
import static org.tickcast.admission.jwt.TestKeys.jwks;
import static org.tickcast.admission.jwt.TestKeys.rsaJwk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a published set we take what is good, and leave what is not. */
class JwksTest {

    static Stream<Arguments> uselessKeys() {
        String p256 = TestKeys.p256Jwk("k", TestKeys.P256);
        String ed25519 = TestKeys.ed25519Jwk("k", TestKeys.ED25519);
        return Stream.of(
                arguments("a secret", "{\"kty\":\"oct\",\"kid\":\"k\",\"k\":\"" + "A".repeat(43) + "\"}"),
                arguments("a secret for HS256", "{\"kty\":\"oct\",\"alg\":\"HS256\",\"k\":\"" + "A".repeat(43) + "\"}"),
                arguments("RSA of 1024 bits", rsaJwk("k", TestKeys.rsa(1024))),
                arguments("RSA for encryption", rsaJwk("k", RSA, ",\"use\":\"enc\"")),
                arguments("RSA for wrapping", rsaJwk("k", RSA, ",\"key_ops\":[\"wrapKey\"]")),
                arguments("RSA for PS256", rsaJwk("k", RSA, ",\"alg\":\"PS256\"")),
                arguments("RSA for RS512", rsaJwk("k", RSA, ",\"alg\":\"RS512\"")),
                arguments("RSA for HS256", rsaJwk("k", RSA, ",\"alg\":\"HS256\"")),
                arguments("RSA for none", rsaJwk("k", RSA, ",\"alg\":\"none\"")),
                arguments("RSA without an exponent", "{\"kty\":\"RSA\",\"n\":\"" + "A".repeat(400) + "\"}"),
                arguments("RSA with a modulus of 0", "{\"kty\":\"RSA\",\"n\":\"AA\",\"e\":\"AQAB\"}"),
                arguments("a gigantic RSA key", "{\"kty\":\"RSA\",\"n\":\"" + "_".repeat(4_000) + "\",\"e\":\"AQAB\"}"),
                arguments("another curve", p256.replace("P-256", "P-384")),
                arguments("a curve of coins", p256.replace("P-256", "secp256k1")),
                arguments("a curve that is none", p256.replace("P-256", "P-255")),
                arguments("a point beside the curve", p256.replaceFirst("\"x\":\"...", "\"x\":\"AAA")),
                arguments("X25519", ed25519.replace("Ed25519", "X25519")),
                arguments("Ed448", ed25519.replace("Ed25519", "Ed448")),
                arguments("a short Ed25519 key", "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAA\"}"),
                arguments("a type to come", "{\"kty\":\"AKP\",\"alg\":\"ML-DSA-44\",\"pub\":\"AAAA\"}"),
                arguments("no type", "{\"kid\":\"k\"}"),
                arguments("a type that is a number", "{\"kty\":1}"),
                arguments("a string", "\"key\""),
                arguments("null", "null"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("uselessKeys")
    void a_key_that_is_of_no_use_is_passed_over(String what, String useless) {
        assertThat(keysOf(jwks(useless, rsaJwk("good", RSA), useless)))
                .extracting(VerificationKey::id)
                .containsExactly("good");
        assertThat(Jwks.read(bytes(jwks(useless)))).isInstanceOf(JwksAnswer.Failure.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"use\":\"sig\"",
                ",\"alg\":\"RS256\"",
                ",\"key_ops\":[\"verify\"]",
                ",\"use\":null",
                ",\"https://example.org/more\":{\"a\":[1]}",
            })
    void a_key_that_says_it_is_for_this_is_taken(String more) {
        assertThat(keysOf(jwks(rsaJwk("k", RSA, more))))
                .extracting(VerificationKey::algorithm)
                .containsExactly(JwtAlgorithm.RS256);
    }

    @Test
    void no_more_keys_are_taken_than_anybody_needs() {
        String[] many = IntStream.range(0, 100)
                .mapToObj(i -> TestKeys.ed25519Jwk("k" + i, TestKeys.ED25519))
                .toArray(String[]::new);

        assertThat(keysOf(jwks(many))).hasSize(64);
    }

    private static List<VerificationKey> keysOf(String set) {
        JwksAnswer answer = Jwks.read(bytes(set));
        assertThat(answer).isInstanceOf(JwksAnswer.Keys.class);
        return ((JwksAnswer.Keys) answer).keys();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
