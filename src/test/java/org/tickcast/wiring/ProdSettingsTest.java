package org.tickcast.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.testing.MapConfig;

/** In prod, what is convenient for trying things out is a mistake, and is named before anybody can connect. */
class ProdSettingsTest {

    private static final String LONG_TOKEN = "a-token-of-our-own-that-is-long-enough";

    private final Map<String, String> values = ShippedSettings.defaults();

    ProdSettingsTest() {
        values.put("mp.config.profile", "prod");
        values.put("tickcast.proxies.trusted", "10.0.0.0/8");
    }

    @Test
    void who_says_nothing_about_encryption_is_asked() {
        values.put("tickcast.auth.token", LONG_TOKEN);
        values.remove("tickcast.proxies.trusted");

        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(this::read)
                .withMessageContaining("tickcast.admission.encrypted-only must be set: prod takes encrypted");

        values.put("tickcast.admission.encrypted-only", "true");

        assertThat(read().admission().encryptedOnly()).isTrue();
    }

    @Test
    void all_mistakes_are_named_at_once_in_the_order_of_the_settings() {
        values.put("tickcast.auth.token", "short");
        values.put("tickcast.auth.tokens", "bot");
        values.put("tickcast.auth.tokens.bot", "short-too");
        values.put("tickcast.auth.jwt.secret", "a-secret-of-29-bytes-in-total");
        values.put("tickcast.origins", "*");

        BadSettings bad = catchThrowableOfType(BadSettings.class, this::read);

        assertThat(bad.words().lines().filter(line -> line.startsWith("  ")))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("  tickcast.auth.token must be 32 to 4096"),
                        line -> assertThat(line).startsWith("  tickcast.auth.tokens.bot must be "),
                        line -> assertThat(line).startsWith("  tickcast.auth.jwt.secret must be "),
                        line -> assertThat(line)
                                .startsWith("  tickcast.origins must be ")
                                .contains("not * in prod"));
        assertThat(bad.words()).doesNotContain("\"short").doesNotContain("29-bytes");
    }

    @Test
    void no_way_to_show_who_one_is_and_every_origin_are_two_complaints() {
        values.put("tickcast.origins", "https://app.example.com, *");

        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(this::read)
                .withMessageContaining("tickcast.auth.token must be set")
                .withMessageContaining("tickcast.origins must be ");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 31})
    void a_token_that_could_be_guessed_is_refused(int length) {
        values.put("tickcast.auth.token", "x".repeat(length));

        assertThatExceptionOfType(BadSettings.class).isThrownBy(this::read);
    }

    @Test
    void encryption_is_asked_for_unless_somebody_says_otherwise() {
        values.put("tickcast.auth.token", LONG_TOKEN);

        assertThat(read().admission().encryptedOnly()).isTrue();

        values.put("tickcast.admission.encrypted-only", "false");

        assertThat(read().admission().encryptedOnly()).isFalse();
    }

    @Test
    void the_same_short_token_and_every_origin_are_fine_in_dev() {
        values.put("mp.config.profile", "dev");
        values.put("tickcast.auth.token", "short");
        values.put("tickcast.origins", "*");

        AdmissionSettings admission = read().admission();

        assertThat(admission.origins().allowEveryOrigin()).isTrue();
        assertThat(admission.encryptedOnly()).isFalse();
    }

    @Test
    void published_keys_need_an_audience_because_their_issuer_signs_for_others_too() {
        values.put("tickcast.auth.jwt.jwks-url", "https://login.example.com/keys");

        assertRefused("tickcast.auth.jwt.audience must be set: ");

        values.put("tickcast.auth.jwt.audience", "tickcast");

        assertThat(read().admission().auth().knowsTokens()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "::/0", "::ffff:0:0/96", "10.0.0.5, 0.0.0.0/0"})
    void everybody_is_no_proxy(String ranges) {
        values.put("tickcast.auth.token", LONG_TOKEN);
        values.put("tickcast.proxies.trusted", ranges);

        assertRefused("tickcast.proxies.trusted must be addresses and ranges like 10.0.0.0/8 with commas between them,"
                + " and not everybody in prod, was \"" + ranges + "\"");

        values.put("mp.config.profile", "dev");

        assertThat(read().prod()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", " , ,"})
    void a_list_of_no_proxies_is_a_mistake_and_says_nothing_about_encryption(String nobody) {
        values.put("tickcast.auth.token", LONG_TOKEN);
        values.put("tickcast.proxies.trusted", nobody);

        assertRefused("tickcast.proxies.trusted must be addresses and ranges like 10.0.0.0/8");
        assertRefused("tickcast.admission.encrypted-only must be set: ");

        values.put("tickcast.admission.encrypted-only", "true");

        assertRefused("tickcast.proxies.trusted must be addresses and ranges like 10.0.0.0/8");
    }

    @ParameterizedTest
    @CsvSource({"tickcast.auth.token", "tickcast.auth.jwt.secret"})
    void one_source_of_tokens_is_enough(String property) {
        values.put(property, LONG_TOKEN);

        assertThat(read().admission().auth().knowsTokens()).isTrue();
    }

    private void assertRefused(String words) {
        assertThatExceptionOfType(BadSettings.class).isThrownBy(this::read).withMessageContaining(words);
    }

    private GatewaySettings read() {
        return GatewaySettings.read(new MapConfig(values));
    }
}
