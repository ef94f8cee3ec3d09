package org.tickcast.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.admission.Callers.HERE;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickcast.cluster.redis.TallyLimits;
import org.tickcast.testing.RealRedis;
import org.tickcast.wire.CloseCode;

/** Two nodes that give places together, over a Redis that is not there all the time. */
class PlacesInRedisTest extends CommonPlacesContract {

    @SuppressWarnings("NullAway.Init")
    private RealRedis server;

    @SuppressWarnings("NullAway.Init")
    private NodeWithPlaces left;

    @SuppressWarnings("NullAway.Init")
    private NodeWithPlaces right;

    @BeforeEach
    void two_nodes() throws IOException {
        server = new RealRedis();
        left = node("left");
        right = node("right");
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
        NodeWithPlaces third = node("third");
        third.joins();
        right.leaves();
        takes(third.book, from(Callers.THERE), 4);
        third.leaves();
    }

    @Test
    void nobody_waits_long_for_a_redis_that_is_slow_and_it_is_told_afterwards() {
        TallyLimits impatient =
                new TallyLimits(Duration.ofSeconds(5), Duration.ofMillis(50), Duration.ofMillis(50), 2, 100);
        NodeWithPlaces third = new NodeWithPlaces("third", server.address(), impatient);
        third.joins();
        inRedis(redis -> redis.clientPause(3_000));

        takes(third.book, from(HERE), 4);

        assertThat(third.book.decidedAlone()).isPositive();
        until(() -> left().objection(from(HERE)) != null);
        third.leaves();
    }

    private NodeWithPlaces node(String name) {
        return new NodeWithPlaces(name, server.address(), NodeWithPlaces.QUICK);
    }

    private void inRedis(Consumer<RedisCommands<String, String>> work) {
        RedisClient client = RedisClient.create("redis://127.0.0.1:" + server.port());
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            work.accept(connection.sync());
        }
        client.shutdown();
    }
}
