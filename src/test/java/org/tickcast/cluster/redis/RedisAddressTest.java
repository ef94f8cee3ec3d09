package org.tickcast.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "redis://localhost                                  | localhost:6379",
                "redis://:s3cret@cache.example:6380/2               | cache.example:6380",
                "rediss://ann:s3cret@cache.example                  | cache.example:6379",
                "redis-sentinel://s3cret@one:26379,two:26380/0#main | one:26379, two:26380",
                "redis://one:7000,redis://:s3cret@two:7001          | one:7000, two:7001",
            })
    void what_is_shown_of_an_address_is_hosts_and_ports_and_no_password(String written, String shown) {
        assertThat(RedisAddress.parse(written)).hasToString(shown);
    }

    @Test
    void several_servers_are_a_cluster_and_several_sentinels_are_not() {
        assertThat(RedisAddress.parse("redis://one,redis://two").isCluster()).isTrue();
        assertThat(RedisAddress.parse("redis-sentinel://one,two#main").isCluster())
                .isFalse();
    }

    @Test
    void an_encrypted_connection_stays_encrypted_and_looks_at_whom_it_talks_to() {
        assertThat(RedisAddress.parse("rediss://cache.example").uris())
                .allMatch(uri -> uri.isSsl() && uri.isVerifyPeer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost:6379",
                "http://:s3cret@localhost",
                "redis://:s3cret@",
                "redis://:s3cret@host:99999",
                "redis://:s3cret@host:none",
                "redis://not_a_host:7000",
                "redis://one,,redis://two",
                "redis://one/2,redis://:s3cret@two/2",
                "redis-sentinel://:s3cret@one:26379",
            })
    void what_is_no_address_is_refused_without_being_repeated(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedisAddress.parse(written))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("s3cret"))
                .withNoCause();
    }
}
