package org.tickcast.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickcast.testing.LogRecorder;
import org.tickcast.testing.RealRedis;

/** Several nodes on one Redis, and one that is not there all the time. */
class RedisNodesTest {

    /** Whatever is tried again is tried soon, and a snapshot does not take a thousand messages. */
    private static final RedisLimits QUICK =
            new RedisLimits(Duration.ofSeconds(10), Duration.ofMillis(50), 1_000, 500, 40, 10, 5);

    private static final String OLD_KEY = key('a');
    private static final String NEW_KEY = key('b');

    private final List<RecordingNode> nodes = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private RealRedis server;

    @BeforeEach
    void a_server() throws IOException {
        server = new RealRedis();
    }

    @AfterEach
    void nothing_is_left() {
        nodes.forEach(RecordingNode::close);
        server.close();
    }

    @Test
    void all_nodes_hear_one_order() throws Exception {
        RecordingNode one = node("one").joined();
        RecordingNode two = node("two").joined();

        IntStream.range(0, 200).forEach(n -> {
            one.says("one " + n);
            two.says("two " + n);
        });
        one.says("end");

        assertThat(one.until("end")).hasSizeGreaterThan(200).satisfies(order -> {
            assertThat(two.until("end")).endsWith(order.toArray(String[]::new));
        });
    }

    @Test
    void a_node_that_starts_later_learns_all_there_is_from_the_snapshot_and_what_came_after_it() throws Exception {
        RecordingNode one = node("one").joined();
        IntStream.range(0, 25).forEach(n -> one.says("m" + n));
        one.until("m24");

        RecordingNode two = node("two");

        assertThat(two.until("(knows " + words(0, 25) + ")")).hasSize(1);
    }

    @Test
    void while_redis_is_away_a_node_hears_itself_and_afterwards_all_hear_what_was_said_once() throws Exception {
        RecordingNode one = node("one").joined();
        RecordingNode two = node("two").joined();
        one.says("before");
        two.until("before");

        server.stop();
        one.until("(alone)");
        two.until("(alone)");
        one.says("alone 1");
        one.says("alone 2");
        assertThat(one.until("alone 2")).containsExactly("alone 1", "alone 2");
        server.start();

        one.until("again alone 2");
        two.until("(together)");
        two.says("afterwards");
        assertThat(one.until("afterwards")).doesNotContain("alone 1", "alone 2");
        two.until("afterwards");
        assertThat(two.known()).isEqualTo(one.known()).containsExactly("before", "alone 1", "alone 2", "afterwards");
    }

    @Test
    void when_too_much_is_said_alone_the_others_never_hear_the_oldest() throws Exception {
        RecordingNode one = node("one").joined();
        RecordingNode two = node("two").joined();
        server.stop();
        one.until("(alone)");
        two.until("(alone)");

        IntStream.range(0, 510).forEach(n -> one.says("m" + n));
        assertThat(one.until("m509")).contains("m0");
        server.start();

        two.until("(together)");
        one.until("again m509");
        two.says("afterwards");
        two.until("afterwards");
        assertThat(two.known()).doesNotContain("m0", "m9").contains("m10", "m509");
    }

    @Test
    void when_redis_is_emptied_nothing_is_forgotten() throws Exception {
        RecordingNode one = node("one").joined();
        one.says("kept");
        one.until("kept");

        inRedis(redis -> redis.sync().flushall());
        one.until("(alone)");
        one.joined();

        node("three").until("(knows kept)");
    }

    @Test
    void what_passes_redis_is_not_to_be_read_there_and_what_is_not_ours_is_skipped_and_counted() throws Exception {
        RecordingNode one = node("one", NEW_KEY + "," + OLD_KEY).joined();
        RecordingNode two = node("two", OLD_KEY + "," + NEW_KEY).joined();
        two.says("secret");
        one.until("secret");

        inRedis(redis -> {
            assertThat(redis.sync().xrange("tickcast:{hub}:log", Range.unbounded()))
                    .noneMatch(entry -> entry.toString().contains("secret"));
            redis.sync().xadd("tickcast:{hub}:log", Map.of("n", "two", "s", "99", "m", "forged"));
            redis.sync().xadd("tickcast:{hub}:log", Map.of("other", "thing"));
        });
        two.says("sealed");

        assertThat(one.until("sealed")).containsExactly("sealed");
        assertThat(one.bus.skipped()).isEqualTo(2);
    }

    @Test
    void a_node_that_ends_complains_of_nothing() throws Exception {
        try (LogRecorder client = new LogRecorder("io.lettuce")) {
            try (RecordingNode one = new RecordingNode("one", server.address(), QUICK, null).joined()) {
                server.stop();
                one.until("(alone)");
                server.start();
                one.joined();
            }

            assertThat(client.records()).noneMatch(record -> record.getLevel().intValue() > Level.INFO.intValue());
        }
    }

    @Test
    void a_redis_that_takes_nothing_is_away_and_that_is_said_once() throws Exception {
        try (LogRecorder log = new LogRecorder(RedisHealth.class)) {
            RecordingNode one = node("one").joined();
            inRedis(redis -> redis.sync().configSet("maxmemory", "1"));
            one.says("nobody else hears this yet");
            one.until("(alone)");
            one.says("nor this");
            one.until("nor this");
            assertThat(one.redis.health().state().why()).contains("maxmemory");

            inRedis(redis -> redis.sync().configSet("maxmemory", "0"));

            // Heard only when all is done that comes with being together, the line in the log too.
            one.joined().says("back");
            one.until("back");
            assertThat(log.lines()).hasSize(3).element(1).asString().startsWith("WARNING Redis at ");
        }
    }

    @Test
    void a_node_with_another_key_stays_alone_and_says_why() throws Exception {
        node("one", OLD_KEY).joined().says("hello");
        RecordingNode other = node("other", NEW_KEY);

        other.says("is anybody there?");

        assertThat(other.until("is anybody there?")).containsExactly("is anybody there?");
        assertThat(other.redis.health().state().connected()).isFalse();
    }

    private RecordingNode node(String name) {
        return node(name, null);
    }

    private RecordingNode node(String name, @Nullable String keys) {
        RecordingNode node =
                new RecordingNode(name, server.address(), QUICK, keys == null ? null : EncryptionKeys.parse(keys));
        nodes.add(node);
        return node;
    }

    private void inRedis(Consumer<StatefulRedisConnection<String, String>> work) {
        RedisClient client = RedisClient.create("redis://127.0.0.1:" + server.port());
        work.accept(client.connect());
        client.shutdown();
    }

    private static String words(int from, int to) {
        return String.join(" ", IntStream.range(from, to).mapToObj(n -> "m" + n).toList());
    }

    private static String key(char of) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) of);
        return Base64.getEncoder().encodeToString(key);
    }
}
