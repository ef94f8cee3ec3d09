package org.tickcast.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.admission.jwt.JwtAlgorithm;
import org.tickcast.admission.jwt.JwtRules;
import org.tickcast.testing.MapConfig;

/** How signed tokens are checked is set right, or there is no start. */
class JwtSettingsTest {

    private static final String SECRET = "a secret of the house, 32 bytes!";

    private final Map<String, String> values = ShippedSettings.defaults();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void when_nothing_is_set_there_is_no_key() {
        JwtSettings settings = read();

        assertThat(settings.knowsKeys()).isFalse();
        assertThat(settings.rules()).isEqualTo(JwtRules.DEFAULTS);
    }

    @Test
    void everything_that_is_set_is_taken() throws Exception {
        values.put("tickcast.auth.jwt.secret", SECRET);
        values.put("tickcast.auth.jwt.public-key", file(pem("Ed25519")).toString());
        values.put("tickcast.auth.jwt.jwks-url", "https://login.example.com/keys");
        values.put("tickcast.auth.jwt.jwks-refresh", "PT1M");
        values.put("tickcast.auth.jwt.algorithms", "HS256, EdDSA");
        values.put("tickcast.auth.jwt.issuer", "https://login.example.com");
        values.put("tickcast.auth.jwt.audience", "tickcast");
        values.put("tickcast.auth.jwt.clock-skew", "PT5S");

        JwtSettings settings = read();

        assertThat(settings.knowsKeys()).isTrue();
        assertThat(settings.secret()).isEqualTo(SECRET);
        assertThat(settings.keys())
                .singleElement()
                .satisfies(key -> assertThat(key.algorithm()).isEqualTo(JwtAlgorithm.EDDSA));
        assertThat(Objects.requireNonNull(settings.published()).location())
                .hasToString("https://login.example.com/keys");
        assertThat(settings.rules())
                .isEqualTo(new JwtRules(
                        Set.of(JwtAlgorithm.HS256, JwtAlgorithm.EDDSA),
                        "https://login.example.com",
                        "tickcast",
                        Duration.ofSeconds(5),
                        JwtRules.LONGEST_TOKEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "hunter2-hunter2-hunter2-hunter2", "hunter2, mật khẩu"})
    void a_secret_that_is_too_short_is_refused_and_not_repeated(String secret) {
        values.put("tickcast.auth.jwt.secret", secret);

        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(this::read)
                .withMessageContaining("tickcast.auth.jwt.secret must be 32 bytes at least")
                .satisfies(bad -> assertThat(bad + bad.words()).doesNotContain("hunter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "hs256", "RS512", "HS256,none", "HS256 RS256"})
    void an_algorithm_that_there_is_not_is_refused(String algorithms) {
        values.put("tickcast.auth.jwt.algorithms", algorithms);

        assertRefused("tickcast.auth.jwt.algorithms must be some of EdDSA, ES256, HS256, RS256, was \"" + algorithms);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login.example.com/keys",
                "http://login.example.com/keys",
                "file:///etc/passwd",
                "ftp://login.example.com/keys",
                "https://",
                "https://a b/keys",
                "keys"
            })
    void an_address_without_encryption_or_none_at_all_is_refused(String address) {
        values.put("tickcast.auth.jwt.jwks-url", address);

        assertRefused("tickcast.auth.jwt.jwks-url must be an https address, or http on this machine, was \"" + address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9/keys", "http://localhost:9/keys", "https://login.example.com:8443/k"})
    void an_address_on_this_machine_needs_no_encryption(String address) {
        values.put("tickcast.auth.jwt.jwks-url", address);

        assertThat(read().knowsKeys()).isTrue();
    }

    @Test
    void a_file_that_is_no_public_key_is_refused_and_not_repeated() throws Exception {
        for (String content : new String[] {
            "",
            "hunter2",
            "-----BEGIN PUBLIC KEY-----\naHVudGVyMg==\n-----END PUBLIC KEY-----\n",
            "-----BEGIN PRIVATE KEY-----\naHVudGVyMg==\n-----END PRIVATE KEY-----\n"
        }) {
            values.put("tickcast.auth.jwt.public-key", file(content).toString());

            assertThatExceptionOfType(BadSettings.class)
                    .isThrownBy(this::read)
                    .withMessageContaining("tickcast.auth.jwt.public-key must be a file with a public key in PEM")
                    .satisfies(bad -> assertThat(bad + bad.words()).doesNotContain("hunter", "aHVudGVyMg"));
        }
    }

    @Test
    void a_directory_is_no_file() {
        values.put("tickcast.auth.jwt.public-key", directory.toString());

        assertRefused("tickcast.auth.jwt.public-key must be a file with a public key in PEM, which can be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tickcast.auth.jwt.issuer", "tickcast.auth.jwt.audience"})
    void an_issuer_and_an_audience_stand_on_one_line(String property) {
        values.put(property, "one\nother");

        assertRefused(property + " must be text without control characters");
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        values.put("tickcast.auth.jwt.secret", "short");
        values.put("tickcast.auth.jwt.algorithms", "none");
        values.put("tickcast.auth.jwt.jwks-url", "keys");
        values.put("tickcast.auth.jwt.clock-skew", "PT1H");

        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(this::read)
                .satisfies(bad -> assertThat(bad.words().lines().filter(line -> line.startsWith("  ")))
                        .hasSize(4));
    }

    @Test
    void the_secret_is_not_printed() {
        values.put("tickcast.auth.jwt.secret", SECRET);

        assertThat(read().toString()).doesNotContain(SECRET);
    }

    @Test
    void a_configured_secret_is_what_we_sign_with() {
        values.put("tickcast.auth.jwt.secret", SECRET);

        assertThat(signingSecret().text()).isEqualTo(SECRET);
        assertThat(signingSecret().toString()).doesNotContain(SECRET);
    }

    @Test
    void without_one_dev_makes_another_at_each_start_for_its_keys() {
        String one = Objects.requireNonNull(signingSecret().text());

        assertThat(one)
                .hasSizeGreaterThanOrEqualTo(32)
                .isNotEqualTo(signingSecret().text());
    }

    @Test
    void none_is_made_where_it_would_be_good_for_nothing() {
        values.put("tickcast.auth.jwt.algorithms", "RS256");

        assertThat(signingSecret().text()).isNull();

        values.remove("tickcast.auth.jwt.algorithms");
        values.put("mp.config.profile", "prod");
        values.put("tickcast.admission.encrypted-only", "true");
        values.put("tickcast.auth.token", "a-token-of-our-own-that-is-long-enough");

        assertThat(signingSecret().text()).isNull();
    }

    private SigningSecret signingSecret() {
        return SigningSecret.from(
                GatewaySettings.read(new MapConfig(values)).admission().auth());
    }

    private JwtSettings read() {
        return GatewaySettings.read(new MapConfig(values)).admission().auth().jwt();
    }

    private void assertRefused(String words) {
        assertThatExceptionOfType(BadSettings.class).isThrownBy(this::read).withMessageContaining(words);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("key.pem"), content);
    }

    private static String pem(String family) throws Exception {
        byte[] key = KeyPairGenerator.getInstance(family)
                .generateKeyPair()
                .getPublic()
                .getEncoded();
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(key)
                + "\n-----END PUBLIC KEY-----\n";
    }
}
