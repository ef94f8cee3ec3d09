package org.tickcast.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tickcast.cluster.redis.RecordingNode;
import org.tickcast.cluster.redis.RedisAddress;
import org.tickcast.cluster.redis.RedisLimits;
import org.tickcast.testing.RealRedis;
import redis.embedded.RedisSentinel;

/** A Redis that Sentinels know, and have a copy of. */
@Timeout(120)
class FailoverIT {

    private static final String NAME = "market";
    private static final long PATIENCE_MILLIS = 20_000;

    private final RedisClient client = RedisClient.create();

    @Test
    void when_the_master_is_gone_nodes_go_on_with_its_copy() throws Exception {
        int port = RealRedis.freePort();
        try (RealRedis master = new RealRedis();
                RealRedis copy = new RealRedis("replicaof 127.0.0.1 " + master.port())) {
            RedisSentinel sentinel = sentinel(port, master);
            try (RecordingNode one = node("one", port).joined();
                    RecordingNode other = node("other", port).joined()) {
                one.says("before");
                other.until("before");
                one.until("before");
                await(master.port(), redis -> redis.waitForReplication(1, PATIENCE_MILLIS) == 1);

                master.stop();
                one.until("(alone)");
                one.says("meanwhile");
                other.until("(alone)");
                other.joined();
                one.joined();

                one.says("afterwards");
                other.until("afterwards");
                assertThat(other.known()).containsExactly("before", "meanwhile", "afterwards");
            } finally {
                sentinel.stop();
                client.shutdown();
            }
        }
    }

    private RedisSentinel sentinel(int port, RealRedis master) throws Exception {
        await(master.port(), redis -> redis.info("replication").contains("state=online"));
        RedisSentinel sentinel = RedisSentinel.newRedisSentinel()
                .bind("127.0.0.1")
                .port(port)
                .masterName(NAME)
                .masterPort(master.port())
                .quorumSize(1)
                .downAfterMilliseconds(1_000L)
                .failOverTimeout(10_000L)
                .build();
        sentinel.start();
        try (var connection = client.connectSentinel(RedisURI.create("127.0.0.1", port))) {
            while (connection.sync().replicas(NAME).isEmpty()) {
                Thread.onSpinWait();
            }
        }
        return sentinel;
    }

    private void await(int port, Predicate<RedisCommands<String, String>> wanted) {
        try (var connection = client.connect(RedisURI.create("127.0.0.1", port))) {
            while (!wanted.test(connection.sync())) {
                Thread.onSpinWait();
            }
        }
    }

    private static RecordingNode node(String name, int sentinelPort) {
        return new RecordingNode(
                name,
                RedisAddress.parse("redis-sentinel://127.0.0.1:" + sentinelPort + "/0#" + NAME),
                RedisLimits.DEFAULTS,
                null);
    }
}
