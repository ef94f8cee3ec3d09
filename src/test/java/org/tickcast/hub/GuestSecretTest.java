package org.tickcast.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickcast.admission.ClientAddress;
import org.tickcast.cluster.LocalBus;
import org.tickcast.cluster.NodeId;
import org.tickcast.cluster.redis.Redis;
import org.tickcast.cluster.redis.RedisBus;
import org.tickcast.cluster.redis.RedisLimits;
import org.tickcast.testing.LogRecorder;
import org.tickcast.testing.RealRedis;

/** Nodes agree what guests are called, over a Redis that is not there all the time. */
class GuestSecretTest {

    private static final ClientAddress ADDRESS = new ClientAddress("192.0.2.1");
    private static final RedisLimits QUICK =
            new RedisLimits(Duration.ofSeconds(10), Duration.ofMillis(50), 1_000, 500, 40, 10, 5);

    private final List<Node> nodes = new ArrayList<>();
    private int started;

    @SuppressWarnings("NullAway.Init")
    private RealRedis server;

    @BeforeEach
    void a_redis() throws IOException {
        server = new RealRedis();
    }

    @AfterEach
    void nothing_is_left() {
        nodes.forEach(Node::close);
        server.close();
    }

    @Test
    void all_nodes_call_an_address_the_same_and_so_does_one_that_starts_when_the_others_have_ended() {
        Node one = node();
        Node other = node();
        until(() -> one.isCommon() && other.isCommon());
        String name = one.guest();

        ends(one);
        ends(other);
        Node later = node();

        until(later::isCommon);
        assertThat(other.guest()).isEqualTo(name);
        assertThat(later.guest()).isEqualTo(name);
    }

    @Test
    void while_redis_is_away_at_the_start_each_goes_by_its_own_and_then_they_agree() {
        server.stop();
        Node one = node();
        Node other = node();
        assertThat(one.guest()).isNotEqualTo(other.guest());
        List<String> own = List.of(one.guest(), other.guest());

        server.start();

        until(() -> one.isCommon() && other.isCommon());
        assertThat(one.guest()).isEqualTo(other.guest()).isIn(own);
    }

    @Test
    void when_redis_is_emptied_nobody_is_called_otherwise_not_by_newcomers_either() {
        Node one = node();
        until(one::isCommon);
        String name = one.guest();

        RedisClient client = RedisClient.create("redis://127.0.0.1:" + server.port());
        RedisCommands<String, String> redis = client.connect().sync();
        redis.flushall();
        until(() -> redis.exists("tickcast:{guests}:known") > 0);
        client.shutdown();
        Node other = node();

        until(other::isCommon);
        assertThat(other.guest()).isEqualTo(name).isEqualTo(one.guest());
    }

    @Test
    void what_is_no_secret_is_skipped_and_said_once() {
        GuestSecret secret = new GuestSecret(new LocalBus(), new Random(1));
        String before = secret.names().nameOf(ADDRESS);
        try (LogRecorder log = new LogRecorder(GuestSecret.class)) {
            secret.hear("");
            secret.learn(List.of("A".repeat(64), "0".repeat(63)));

            assertThat(log.lines()).hasSize(1);
        }
        assertThat(secret.names().nameOf(ADDRESS)).isEqualTo(before);
        assertThat(secret.known()).isEmpty();
    }

    private Node node() {
        Node node = new Node("n" + ++started);
        nodes.add(node);
        return node;
    }

    private void ends(Node node) {
        nodes.remove(node);
        node.close();
    }

    private static void until(BooleanSupplier so) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private final class Node implements AutoCloseable {

        private final ExecutorService threads = Executors.newFixedThreadPool(2);
        private final Redis redis = new Redis(server.address(), QUICK, InstantSource.system());
        private final RedisBus bus;
        private final GuestSecret secret;

        Node(String name) {
            bus = new RedisBus(redis, new NodeId(name), null, threads, InstantSource.system());
            secret = new GuestSecret(bus, new Random(name.hashCode()));
            secret.join();
        }

        boolean isCommon() {
            return !secret.known().isEmpty();
        }

        String guest() {
            return secret.names().nameOf(ADDRESS);
        }

        @Override
        public void close() {
            bus.close();
            redis.close();
            threads.shutdown();
        }
    }
}
