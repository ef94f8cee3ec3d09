package org.tickcast.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.testing.LogRecorder;
import org.tickcast.testing.OneRedisCluster;
import org.tickcast.testing.RealRedis;
import org.tickcast.testing.RealRedisCluster;

/** Several nodes on a Redis Cluster, which has what they share on different servers. */
@ExtendWith(OneRedisCluster.class)
@Timeout(120)
class RedisClusterTest {

    private static final RedisLimits QUICK =
            new RedisLimits(Duration.ofSeconds(10), Duration.ofMillis(50), 1_000, 500, 40, 10, 5);
    private static final String HUB = "tickcast:{hub}:log";
    private static final String CHANNEL = "websocket:broadcast";

    private final List<RecordingNode> nodes = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private RealRedisCluster cluster;

    @BeforeEach
    void a_cluster(RealRedisCluster shared) {
        cluster = shared;
    }

    @AfterEach
    void nothing_is_left() {
        nodes.forEach(RecordingNode::close);
    }

    @Test
    void what_nodes_share_is_on_different_servers() {
        assertThat(Stream.of(HUB, "tickcast:{operators}:log", "{tickcast:feed:1}:log", "{tickcast:tally:1}:nodes")
                        .map(cluster::masterOf)
                        .distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void nodes_hear_each_other_whichever_server_they_ask_first() throws Exception {
        RecordingNode one = node("one", twice(cluster.masterOf(HUB))).joined();
        RecordingNode two = node("two", twice(cluster.strangerTo(HUB))).joined();

        one.says("hello");
        two.until("hello");
        two.says("good morning");

        one.until("good morning");
        node("three", cluster.address()).until("(knows hello good morning)");
    }

    @Test
    void the_password_that_is_set_opens_servers_too_that_are_not_named() throws Exception {
        RealRedis named = cluster.strangerTo(HUB);
        try (RealRedisCluster.Guard guard = cluster.guardedBy("s3cret")) {
            assertThat(guard).isNotNull();
            String address = "redis://:s3cret@127.0.0.1:" + named.port();

            RecordingNode one =
                    node("one", RedisAddress.parse(address + "," + address)).joined();

            one.says("hello");
            one.until("hello");
            one.close();
            nodes.remove(one);
        }
    }

    @Test
    void what_anybody_publishes_at_any_server_is_heard_once() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (Redis redis = new Redis(cluster.address(), QUICK, InstantSource.system());
                RedisChannel channel = new RedisChannel(
                        redis, CHANNEL, ChannelLimits.DEFAULTS, heard::add, threads, InstantSource.system())) {
            channel.start();
            cluster.until(
                    cluster.masterOf(CHANNEL), asked -> !asked.pubsubChannels().isEmpty());

            cluster.ask(cluster.masterOf(CHANNEL), asked -> asked.publish(CHANNEL, "near"));
            assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("near");
            cluster.ask(cluster.strangerTo(CHANNEL), asked -> asked.publish(CHANNEL, "far"));
            assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("far");
            assertThat(heard).isEmpty();
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void when_the_hub_moves_to_another_server_nodes_find_it_there() throws Exception {
        RecordingNode one = node("one", cluster.address()).joined();
        RecordingNode two = node("two", cluster.address()).joined();
        one.says("before");
        one.until("before");
        two.until("before");
        RealRedis home = cluster.masterOf(HUB);
        RealRedis other = cluster.strangerTo(HUB);

        cluster.move(HUB, home, other);
        try {
            one.until("(alone)");
            two.until("(alone)");
            two.joined();
            one.joined().says("afterwards");

            two.until("afterwards");
            assertThat(two.known()).containsExactly("before", "afterwards");
        } finally {
            cluster.move(HUB, other, home);
        }
    }

    @Test
    void a_node_that_ends_complains_of_nothing() throws Exception {
        try (LogRecorder client = new LogRecorder("io.lettuce")) {
            new RecordingNode("one", cluster.address(), QUICK, null).joined().close();

            assertThat(client.records()).noneMatch(record -> record.getLevel().intValue() > Level.INFO.intValue());
        }
    }

    private RecordingNode node(String name, RedisAddress address) {
        RecordingNode node = new RecordingNode(name, address, QUICK, null);
        nodes.add(node);
        return node;
    }

    /** One server is enough to find the others; that it is written twice says that there are any. */
    private static RedisAddress twice(RealRedis server) {
        String address = "redis://127.0.0.1:" + server.port();
        return RedisAddress.parse(address + "," + address);
    }
}
