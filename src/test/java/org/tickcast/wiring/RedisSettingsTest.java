package org.tickcast.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickcast.testing.MapConfig;

/** Where several servers meet. */
class RedisSettingsTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final Map<String, String> values = ShippedSettings.defaults();

    @Test
    void without_an_address_a_server_is_alone() {
        assertThat(read().address()).isNull();
    }

    @Test
    void a_whole_address_comes_before_its_parts() {
        values.put("tickcast.redis.host", "parts.example");
        assertThat(read().address()).hasToString("parts.example:6379");

        values.put("tickcast.redis.url", "rediss://:s3cret@whole.example:7000");
        assertThat(read().address()).hasToString("whole.example:7000");
    }

    @Test
    void what_anybody_may_publish_is_heard_unless_it_is_switched_off_or_all_else_is_encrypted() {
        assertThat(read().outsideChannel()).isEqualTo("websocket:broadcast");

        values.put("tickcast.redis.outside-channel", "none");
        assertThat(read().outsideChannel()).isNull();

        values.put("tickcast.redis.outside-channel", "");
        values.put("tickcast.redis.encryption-key", KEY);
        assertThat(read().outsideChannel()).isNull();

        values.put("tickcast.redis.outside-channel", "news");
        assertThat(read().outsideChannel()).isEqualTo("news");
    }

    @Test
    void a_service_of_kubernetes_called_redis_is_at_its_port() {
        values.put("tickcast.redis.port", "tcp://10.0.0.1:7000");
        assertThat(read().address()).isNull();

        values.put("tickcast.redis.host", "redis");
        assertThat(read().address()).hasToString("redis:7000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tickcast.redis.url            | http://:s3cret@host | addresses like redis://",
                "tickcast.redis.host           | s3cret host         | a host",
                "tickcast.redis.port           | tcp://host          | a whole number",
                "tickcast.redis.port           | tcp://host:99999    | a whole number",
                "tickcast.redis.encryption-key | s3cret              | keys of 32 bytes each",
            })
    void what_is_wrong_is_no_start_and_is_not_repeated(String property, String value, String mayBe) {
        values.put(property, value);

        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(this::read)
                .withMessageContaining(property + " must be " + mayBe)
                .satisfies(bad -> assertThat(bad.getMessage()).doesNotContain("s3cret"));
    }

    private RedisSettings read() {
        return GatewaySettings.read(new MapConfig(values)).redis();
    }
}
