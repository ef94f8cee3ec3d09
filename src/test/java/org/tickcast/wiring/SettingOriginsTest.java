package org.tickcast.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tickcast.ops.SettingInForce;
import org.tickcast.testing.MapConfig;

/** An operator is shown every setting that counts, and no secret. */
class SettingOriginsTest {

    private static final String SECRET = "s3cret-of-the-house-that-is-long-enough";

    private final Map<String, String> values = new HashMap<>(ShippedSettings.defaults());

    @Test
    void every_setting_that_is_shipped_is_shown() {
        assertThat(inForce()).extracting(SettingInForce::name).containsAll(values.keySet());
    }

    @Test
    void what_is_set_is_shown_with_where_and_what_is_not_is_nothing() {
        values.put("tickcast.feed.scenario", "busy");

        assertThat(inForce())
                .contains(new SettingInForce("tickcast.feed.scenario", "busy", false, "a map"))
                .contains(new SettingInForce("tickcast.market.basket", null, false, null));
    }

    @Test
    void no_secret_is_shown_whatever_it_is_for_and_only_that_it_is_set() {
        Map<String, String> secrets = Map.of(
                "tickcast.auth.token", SECRET,
                "tickcast.auth.jwt.secret", SECRET + "-too",
                "tickcast.auth.tokens.bot", SECRET + "-of-bot",
                "tickcast.auth.api-keys.desk", SECRET + "-of-desk",
                "tickcast.ingest.token", SECRET + "-of-producers",
                "tickcast.redis.url", "redis://:" + SECRET + "@127.0.0.1:6379",
                "tickcast.redis.encryption-key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        values.putAll(secrets);
        values.put("tickcast.auth.tokens", "bot");
        values.put("tickcast.auth.api-keys", "desk");

        List<SettingInForce> settings = inForce();

        Set<String> shown = settings.stream()
                .map(setting -> String.valueOf(setting.value()))
                .collect(Collectors.toSet());
        assertThat(shown).noneMatch(value -> value.contains(SECRET) || value.contains("AAAA"));
        assertThat(settings)
                .filteredOn(setting -> secrets.containsKey(setting.name()))
                .hasSameSizeAs(secrets.keySet())
                .allSatisfy(setting -> {
                    assertThat(setting.isSecret()).isTrue();
                    assertThat(setting.origin()).isEqualTo("a map");
                });
    }

    private List<SettingInForce> inForce() {
        return GatewaySettings.read(new MapConfig(values)).inForce();
    }
}
