package org.tickcast.admission.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A key or a rule that would not protect anybody stops the start, and says why without saying the key. */
class BadKeysTest {

    static Stream<Arguments> badPems() {
        String good = TestKeys.pem(TestKeys.RSA.getPublic());
        return Stream.of(
                arguments("nothing", "", "stands between"),
                arguments("no lines of dashes", good.replace("-", ""), "stands between"),
                arguments("a certificate", good.replace("PUBLIC KEY", "CERTIFICATE"), "stands between"),
                arguments("the older notation", good.replace("PUBLIC KEY", "RSA PUBLIC KEY"), "stands between"),
                arguments("two keys", good + good, "Base64"),
                arguments("no Base64", good.replace('A', '!'), "Base64"),
                arguments("no key inside", pem(new byte[] {1, 2, 3}), "RSA, EC or Ed25519"),
                arguments("RSA of 1024 bits", pemOf(TestKeys.rsa(1024)), "1024"),
                arguments("P-384", pemOf(TestKeys.elliptic("secp384r1")), "P-256"),
                arguments("Ed448", pemOf(TestKeys.pair("Ed448", null)), "RSA, EC or Ed25519"),
                arguments("X25519", pemOf(TestKeys.pair("X25519", null)), "RSA, EC or Ed25519"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badPems")
    void a_public_key_that_is_none_is_refused(String what, String pem, String because) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VerificationKey.ofPem(pem))
                .withMessageContaining(because);
    }

    @Test
    void a_private_key_is_refused_and_not_repeated() {
        String base64 =
                Base64.getEncoder().encodeToString(TestKeys.RSA.getPrivate().getEncoded());
        String pem = "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> VerificationKey.ofPem(pem))
                .withMessageContaining("private")
                .satisfies(refusal -> assertThat(refusal.toString()).doesNotContain(base64.substring(0, 20)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "thirty-one bytes are not enough"})
    void a_short_secret_is_refused_and_not_repeated(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VerificationKey.ofSecret(secret))
                .withMessage("A secret for HS256 has at least 32 bytes, not " + secret.length());
    }

    @Test
    void bytes_count_and_not_characters() {
        assertThat(VerificationKey.ofSecret("ế".repeat(11)).algorithm()).isEqualTo(JwtAlgorithm.HS256);
    }

    @Test
    void a_key_is_not_printed() {
        assertThat(VerificationKey.ofSecret(TestSigner.SECRET).toString()).doesNotContain(TestSigner.SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://issuer.example/keys",
                "http://127.0.0.1.evil.example/keys",
                "http://localhost.evil.example/keys",
                "http://evil.example/?127.0.0.1",
                "http://127.0.0.1@evil.example/",
                "ftp://127.0.0.1/keys",
                "file:///etc/keys",
                "https:///keys",
                "keys.json",
                "https:keys",
            })
    void published_keys_come_over_https_only(String location) {
        assertThatIllegalArgumentException().isThrownBy(() -> JwksSettings.at(URI.create(location)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://issuer.example/keys",
                "http://localhost:8081/keys",
                "http://127.0.0.1/keys",
                "http://[::1]:8081/keys",
            })
    void or_from_this_machine(String location) {
        assertThat(JwksSettings.at(URI.create(location)).refreshEvery()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void or_over_any_network_for_who_asks_for_it() {
        assertThat(JwksSettings.overAnyNetwork(URI.create("http://keys.internal/"))
                        .location())
                .hasHost("keys.internal");
    }

    @Test
    void patience_without_time_is_refused() {
        JwksSettings good = JwksSettings.at(URI.create("https://issuer.example/keys"));

        assertThatIllegalArgumentException().isThrownBy(() -> good.refreshedEvery(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> good.refreshedEvery(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JwksSettings(
                        good.location(),
                        good.refreshEvery(),
                        good.askAgainAfter(),
                        good.connectWithin(),
                        good.answerWithin(),
                        0));
    }

    @Test
    void rules_that_make_no_sense_are_refused() {
        Set<JwtAlgorithm> all = JwtRules.DEFAULTS.algorithms();
        Duration skew = JwtRules.CLOCK_SKEW;

        assertThatIllegalArgumentException().isThrownBy(() -> JwtRules.DEFAULTS.accepting(Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> JwtRules.DEFAULTS.issuedBy(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> JwtRules.DEFAULTS.meantFor(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JwtRules(all, null, null, Duration.ofSeconds(-1), 100));
        assertThatIllegalArgumentException().isThrownBy(() -> new JwtRules(all, null, null, Duration.ofHours(1), 100));
        assertThatIllegalArgumentException().isThrownBy(() -> new JwtRules(all, null, null, skew, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new JwtRules(all, null, null, skew, 8 * 1024 + 1));
    }

    private static String pemOf(KeyPair keys) {
        return TestKeys.pem(keys.getPublic());
    }

    private static String pem(byte[] bytes) {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(bytes)
                + "\n-----END PUBLIC KEY-----";
    }
}
