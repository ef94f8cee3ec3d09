package org.tickcast.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickcast.testing.MapConfig;

/** What an operator has opened on purpose is said at each start, in one line each. */
class CautionsTest {

    private static final String TOKEN = "a-token-of-our-own-that-is-long-enough";

    @Test
    void the_defaults_are_worth_no_word() {
        assertThat(Cautions.of(settings(Map.of()))).isEmpty();
        assertThat(Cautions.of(settings(Map.of(
                        "mp.config.profile", "prod",
                        "tickcast.auth.token", TOKEN,
                        "tickcast.admission.encrypted-only", "true"))))
                .isEmpty();
    }

    @Test
    void prod_without_encryption_is_said() {
        GatewaySettings settings = settings(Map.of(
                "mp.config.profile", "prod",
                "tickcast.auth.token", TOKEN,
                "tickcast.admission.encrypted-only", "false"));

        assertThat(Cautions.of(settings))
                .containsExactly("Connections need not be encrypted (tickcast.admission.encrypted-only is false):"
                        + " whoever is on the way can read tokens");
    }

    @Test
    void a_list_of_every_origin_is_said() {
        assertThat(Cautions.of(settings(Map.of("tickcast.origins", "https://app.example.com,*"))))
                .containsExactly("Pages from every origin may connect (tickcast.origins has *)");
    }

    @Test
    void channels_that_need_no_token_are_said() {
        assertThat(Cautions.of(settings(Map.of("tickcast.auth.anonymous", "market,index"))))
                .containsExactly("Pages need no token for index, market (tickcast.auth.anonymous)");
    }

    @Test
    void a_channel_that_nobody_seals_beside_messages_that_are_sealed_is_said() {
        assertThat(Cautions.of(settings(Map.of(
                        "tickcast.redis.encryption-key",
                        Base64.getEncoder().encodeToString(new byte[32]),
                        "tickcast.redis.outside-channel",
                        "news"))))
                .containsExactly("What is published on news is passed on to clients though nobody has sealed it"
                        + " (tickcast.redis.outside-channel)");
    }

    @Test
    void a_name_that_means_nothing_is_said_with_the_one_that_may_be_meant() {
        assertThat(Cautions.of(settings(Map.of("tickcast.limit.connections", "20000"))))
                .containsExactly("No setting is called tickcast.limit.connections; tickcast.limits.connections is");
    }

    private static GatewaySettings settings(Map<String, String> set) {
        Map<String, String> values = ShippedSettings.defaults();
        values.putAll(set);
        return GatewaySettings.read(new MapConfig(values));
    }
}
