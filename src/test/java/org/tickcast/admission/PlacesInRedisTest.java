package org.tickcast.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.admission.Callers.HERE;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickcast.cluster.NodeId;
import org.tickcast.cluster.redis.Redis;
import org.tickcast.cluster.redis.RedisLimits;
import org.tickcast.cluster.redis.RedisTally;
import org.tickcast.cluster.redis.TallyLimits;
import org.tickcast.testing.RealRedis;
import org.tickcast.wire.CloseCode;

/** Two nodes that give places together, over a Redis that is not there all the time. */
class PlacesInRedisTest extends CommonPlacesContract {

    private static final RedisLimits CALM =
            new RedisLimits(Duration.ofSeconds(20), Duration.ofMillis(50), 1_000, 500, 40, 10, 5);
    private static final TallyLimits QUICK =
            new TallyLimits(Duration.ofSeconds(5), Duration.ofMillis(50), Duration.ofSeconds(20), 1, 2);

    @SuppressWarnings("NullAway.Init")
    private RealRedis server;

    @SuppressWarnings("NullAway.Init")
    private Node left;

    @SuppressWarnings("NullAway.Init")
    private Node right;

    @BeforeEach
    void two_nodes() throws IOException {
        server = new RealRedis();
        left = new Node("left");
        right = new Node("right");
        left.joins();
        right.joins();
    }

    @AfterEach
    void nothing_is_left() {
        left.leaves();
        right.leaves();
        server.close();
    }

    @Override
    LeaseBook left() {
        return left.book;
    }

    @Override
    LeaseBook right() {
        return right.book;
    }

    @Test
    void while_redis_is_away_each_node_goes_by_its_own_and_afterwards_they_know_of_each_other_again() {
        takes(left(), from(HERE), 2);
        server.stop();
        until(() -> !left.isConnected() && !right.isConnected());

        takes(left(), from(HERE), 2);
        takes(right(), from(HERE), 1);
        assertThat(reason(left().take(from(HERE)))).isEqualTo(CloseCode.ADDRESS_LIMIT);
        assertThat(left().decidedAlone() + right().decidedAlone()).isEqualTo(3);

        server.start();
        until(() -> left.isConnected() && right.isConnected());
        assertThat(reason(right().take(from(HERE)))).isEqualTo(CloseCode.ADDRESS_LIMIT);
    }

    @Test
    void a_redis_that_was_emptied_is_told_again() {
        takes(left(), from(HERE), 4);

        inRedis(redis -> redis.flushall());

        until(() -> right().objection(from(HERE)) != null);
    }

    @Test
    void what_a_node_had_that_is_gone_is_free_and_at_once_if_it_said_so() {
        takes(left(), from(HERE), 4);
        takes(right(), from(Callers.THERE), 2);

        left.dies();

        until(() -> right().objection(from(HERE)) == null);
        Node third = new Node("third");
        third.joins();
        right.leaves();
        takes(third.book, from(Callers.THERE), 4);
        third.leaves();
    }

    @Test
    void nobody_waits_long_for_a_redis_that_is_slow_and_it_is_told_afterwards() {
        TallyLimits impatient =
                new TallyLimits(Duration.ofSeconds(5), Duration.ofMillis(50), Duration.ofMillis(50), 2, 100);
        Node third = new Node("third", impatient);
        third.joins();
        inRedis(redis -> redis.clientPause(3_000));

        takes(third.book, from(HERE), 4);

        assertThat(third.book.decidedAlone()).isPositive();
        until(() -> left().objection(from(HERE)) != null);
        third.leaves();
    }

    private void inRedis(Consumer<RedisCommands<String, String>> work) {
        RedisClient client = RedisClient.create("redis://127.0.0.1:" + server.port());
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            work.accept(connection.sync());
        }
        client.shutdown();
    }

    /** One server. */
    private final class Node {

        final Redis redis = new Redis(server.address(), CALM, InstantSource.system());
        final RedisTally tally;
        final LeaseBook book;

        Node(String name) {
            this(name, QUICK);
        }

        Node(String name, TallyLimits limits) {
            tally = new RedisTally(redis, new NodeId(name), limits);
            book = new LeaseBook(LIMITS, Callers.PLANS, InstantSource.system(), tally);
        }

        void joins() {
            book.join();
            until(this::isConnected);
        }

        boolean isConnected() {
            return redis.health().state().connected();
        }

        void leaves() {
            tally.close();
            redis.close();
        }

        /** Without a word. */
        void dies() {
            redis.close();
        }
    }
}
