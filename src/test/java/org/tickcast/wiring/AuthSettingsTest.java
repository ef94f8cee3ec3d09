package org.tickcast.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.admission.ApiKey;
import org.tickcast.admission.ApiKeys;
import org.tickcast.admission.ChannelScope;
import org.tickcast.admission.Grants;
import org.tickcast.admission.OwnLimits;
import org.tickcast.admission.StaticToken;
import org.tickcast.testing.MapConfig;

/** Tokens and keys are configured right, or there is no start; and whatever is wrong, none of them is repeated. */
class AuthSettingsTest {

    private static final String LONG_ENOUGH = "a-secret-of-our-own-that-is-long-enough";

    private final Map<String, String> values = ShippedSettings.defaults();

    @Test
    void a_named_token_has_what_stands_behind_its_name() {
        values.put("tickcast.auth.tokens", "bot, page");
        values.put("tickcast.auth.tokens.bot", "the-bot's-own");
        values.put("tickcast.auth.tokens.bot.plan", "professional");
        values.put("tickcast.auth.tokens.bot.roles", "trader,admin");
        values.put("tickcast.auth.tokens.bot.channels", "market");
        values.put("tickcast.auth.tokens.page", "sha256:" + "0".repeat(64));

        List<StaticToken> named = read().named();

        assertThat(named).extracting(StaticToken::name).containsExactly("bot", "page");
        assertThat(named).noneMatch(StaticToken::sharedByMany);
        assertThat(named.get(0).token().matches("the-bot's-own")).isTrue();
        assertThat(named.get(0).grants())
                .isEqualTo(new Grants(
                        "professional", Set.of("trader", "admin"), ChannelScope.of(List.of("market")), OwnLimits.NONE));
        assertThat(named.get(1).grants()).isEqualTo(Grants.PLAIN);
    }

    @Test
    void a_name_without_a_token_is_missed() {
        values.put("tickcast.auth.tokens", "bot");

        assertRefused("tickcast.auth.tokens.bot must be set: tickcast.auth.tokens names it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter 2", "hunter\t2", "mật-khẩu-hunter", "sha256:hunter2", "sha256:"})
    void a_named_token_or_a_key_that_is_none_is_refused_and_not_repeated(String text) {
        values.put("tickcast.auth.tokens", "bot");
        values.put("tickcast.auth.tokens.bot", text);
        values.put("tickcast.auth.api-keys", "desk");
        values.put("tickcast.auth.api-keys.desk", text);

        assertRefused(
                "tickcast.auth.tokens.bot must be 1 to 4096 visible ASCII characters without blanks, or sha256: and");
        assertRefused("tickcast.auth.api-keys.desk must be 1 to 4096 visible ASCII characters without blanks, or");
        assertNotRepeated("hunter");
    }

    @Test
    void two_of_the_same_are_refused_and_not_repeated() {
        values.put("tickcast.auth.tokens", "bot,page");
        values.put("tickcast.auth.tokens.bot", "hunter2");
        values.put("tickcast.auth.tokens.page", "hunter2");
        values.put("tickcast.auth.api-keys", "one,other");
        values.put("tickcast.auth.api-keys.one", "hunter3");
        values.put("tickcast.auth.api-keys.other", "hunter3");

        assertRefused("The tokens bot and page are the same");
        assertRefused("The API keys one and other are the same");
        assertNotRepeated("hunter");
    }

    @Test
    void a_name_twice_is_refused() {
        values.put("tickcast.auth.tokens", "bot,bot");
        values.put("tickcast.auth.tokens.bot", "hunter2");
        values.put("tickcast.auth.api-keys", "desk,desk");
        values.put("tickcast.auth.api-keys.desk", "hunter3");

        assertRefused("Two tokens are named bot");
        assertRefused("Two API keys are named desk");
        assertNotRepeated("hunter");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".plan     | gold plan | the name of a plan",
                ".roles    | a b       | names with commas between them",
                ".channels | m/n       | names with commas between them",
            })
    void what_a_token_or_a_key_allows_is_named_right(String what, String wrong, String mayBe) {
        values.put("tickcast.auth.tokens", "bot");
        values.put("tickcast.auth.tokens.bot", "hunter2");
        values.put("tickcast.auth.tokens.bot" + what, wrong);
        values.put("tickcast.auth.api-keys", "desk");
        values.put("tickcast.auth.api-keys.desk", "hunter3");
        values.put("tickcast.auth.api-keys.desk" + what, wrong);

        assertRefused("tickcast.auth.tokens.bot" + what + " must be " + mayBe + ", was \"" + wrong + "\"");
        assertRefused("tickcast.auth.api-keys.desk" + what + " must be " + mayBe + ", was \"" + wrong + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {".roles", ".channels"})
    void roles_and_channels_are_few(String what) {
        String many = IntStream.range(0, 33).mapToObj(i -> "n" + i).collect(Collectors.joining(","));
        values.put("tickcast.auth.tokens", "bot");
        values.put("tickcast.auth.tokens.bot", "hunter2");
        values.put("tickcast.auth.tokens.bot" + what, many);

        assertRefused("tickcast.auth.tokens.bot" + what + " must be at most 32 names");
    }

    @Test
    void a_key_has_what_stands_behind_its_name_and_is_else_its_own_user() {
        values.put("tickcast.auth.api-keys", "desk,other");
        values.put("tickcast.auth.api-keys.desk", "the-desk's-own");
        values.put("tickcast.auth.api-keys.desk.user", "user_7");
        values.put("tickcast.auth.api-keys.desk.plan", "free");
        values.put("tickcast.auth.api-keys.other", "another");

        List<ApiKey> keys = read().apiKeys();

        assertThat(keys).extracting(ApiKey::user).containsExactly("user_7", "other");
        assertThat(keys.get(0).grants().plan()).isEqualTo("free");
        assertThat(keys.get(0).key().matches("the-desk's-own")).isTrue();
    }

    @Test
    void a_user_of_too_many_characters_is_refused() {
        values.put("tickcast.auth.api-keys", "desk");
        values.put("tickcast.auth.api-keys.desk", "hunter2");
        values.put("tickcast.auth.api-keys.desk.user", "u".repeat(129));

        assertRefused("tickcast.auth.api-keys.desk.user must be the name of a user");
        assertNotRepeated("hunter");
    }

    @ParameterizedTest
    @CsvSource({
        "test-api-key-free,       user_free_001, free",
        "test-api-key-pro,        user_pro_001,  professional",
        "test-api-key-enterprise, user_ent_001,  enterprise",
    })
    void in_dev_there_are_three_keys_to_try_out(String key, String user, String plan) {
        ApiKey found = Objects.requireNonNull(new ApiKeys(read().apiKeys()).shown(key));

        assertThat(found.user()).isEqualTo(user);
        assertThat(found.grants().plan()).isEqualTo(plan);
    }

    @Test
    void they_go_as_soon_as_there_is_a_key_of_one_s_own() {
        values.put("tickcast.auth.api-keys", "desk");
        values.put("tickcast.auth.api-keys.desk", "my-own");

        assertThat(new ApiKeys(read().apiKeys()).shown("test-api-key-free")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "tickcast.auth.token,        my-own",
        "tickcast.auth.jwt.secret,   a-secret-of-our-own-that-is-long-enough",
        "tickcast.auth.jwt.jwks-url, https://login.example.com/keys",
    })
    void they_go_as_soon_as_anything_else_lets_clients_in(String property, String value) {
        values.put(property, value);

        assertThat(read().apiKeys()).isEmpty();
    }

    @Test
    void they_go_with_a_named_token_too_and_nothing_is_signed_then() {
        values.put("tickcast.auth.tokens", "bot");
        values.put("tickcast.auth.tokens.bot", "the-bot's-own");

        assertThat(read().apiKeys()).isEmpty();
        assertThat(SigningSecret.from(read()).text()).isNull();
    }

    @Test
    void prod_has_none_of_them() {
        inProd();

        assertThat(read().apiKeys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"test-api-key-free", "test-api-key-pro", "test-api-key-enterprise"})
    void prod_refuses_to_start_with_one_of_them_however_it_is_written(String key) throws Exception {
        inProd();
        values.put("tickcast.auth.api-keys", "plain,hashed");
        values.put("tickcast.auth.api-keys.plain", key);
        values.put("tickcast.auth.api-keys.hashed", hashOf(key));

        assertRefused("tickcast.auth.api-keys.plain must be a key of your own");
        assertRefused("tickcast.auth.api-keys.hashed must be a key of your own");
        assertNotRepeated(key);
    }

    @Test
    void prod_does_not_start_with_keys_and_nothing_to_sign_with() {
        inProd();
        values.put("tickcast.auth.api-keys", "desk");
        values.put("tickcast.auth.api-keys.desk", LONG_ENOUGH + "-too");

        assertRefused("tickcast.auth.jwt.secret must be set: the tokens for tickcast.auth.api-keys are signed with it");

        values.put("tickcast.auth.jwt.secret", LONG_ENOUGH);

        assertThat(read().apiKeys()).hasSize(1);
    }

    @Test
    void keys_whose_tokens_nobody_would_take_are_refused() {
        values.put("tickcast.auth.api-keys", "desk");
        values.put("tickcast.auth.api-keys.desk", "my-own");
        values.put("tickcast.auth.jwt.algorithms", "RS256,ES256");

        assertRefused("tickcast.auth.jwt.algorithms must be set: with HS256 in it");
    }

    @Test
    void prod_wants_tokens_and_keys_that_are_long() {
        inProd();
        values.put("tickcast.auth.token", "hunter2");
        values.put("tickcast.auth.tokens", "bot");
        values.put("tickcast.auth.tokens.bot", "hunter3");
        values.put("tickcast.auth.api-keys", "desk");
        values.put("tickcast.auth.api-keys.desk", "hunter4");

        assertRefused("tickcast.auth.token must be 32 to 4096 visible ASCII characters");
        assertRefused("tickcast.auth.tokens.bot must be 32 to 4096 visible ASCII characters");
        assertRefused("tickcast.auth.api-keys.desk must be 32 to 4096 visible ASCII characters");
        assertNotRepeated("hunter");
    }

    @ParameterizedTest
    @CsvSource({"PT30S,PT10S,PT30S", "PT10S,PT2M,PT2M", "PT0S,PT0S,PT0S", "PT0S,PT5S,PT5S"})
    void whoever_still_comes_in_with_a_token_may_stay_with_it(Duration grace, Duration skew, Duration stay) {
        values.put("tickcast.auth.expiry-grace", grace.toString());
        values.put("tickcast.auth.jwt.clock-skew", skew.toString());

        assertThat(read().stayAfterExpiry()).isEqualTo(stay);
    }

    @Test
    void below_api_nobody_is_anonymous() {
        values.put("tickcast.auth.anonymous", "market,api");

        assertRefused(
                "tickcast.auth.anonymous must be some of alerts, foreign, hub, index, market, was \"market,api\"");
    }

    @Test
    void nothing_of_it_prints_a_secret() {
        values.put("tickcast.auth.token", "hunter1");
        values.put("tickcast.auth.tokens", "bot");
        values.put("tickcast.auth.tokens.bot", "hunter2");
        values.put("tickcast.auth.api-keys", "desk");
        values.put("tickcast.auth.api-keys.desk", "hunter3");
        values.put("tickcast.auth.jwt.secret", "hunter4-hunter4-hunter4-hunter4-hunter4");

        AuthSettings settings = read();

        assertThat(settings + " " + settings.named() + settings.apiKeys() + settings.jwt())
                .doesNotContain("hunter");
    }

    private static String hashOf(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256:" + HexFormat.of().formatHex(hash);
    }

    private void inProd() {
        values.put("mp.config.profile", "prod");
        values.put("tickcast.admission.encrypted-only", "true");
        values.put("tickcast.auth.token", LONG_ENOUGH);
    }

    private AuthSettings read() {
        return GatewaySettings.read(new MapConfig(values)).admission().auth();
    }

    private void assertRefused(String words) {
        assertThatExceptionOfType(BadSettings.class).isThrownBy(this::read).withMessageContaining(words);
    }

    private void assertNotRepeated(String secret) {
        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(this::read)
                .satisfies(bad -> assertThat(bad + bad.words()).doesNotContain(secret));
    }
}
