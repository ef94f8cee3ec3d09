package org.tickcast.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickcast.testing.LogRecorder;
import org.tickcast.testing.RealRedis;

/** What anybody publishes, and who listens. */
class RedisChannelTest {

    private static final String NAME = "websocket:broadcast";
    private static final RedisLimits QUICK =
            new RedisLimits(Duration.ofSeconds(10), Duration.ofMillis(50), 1_000, 500, 40, 10, 5);
    private static final ChannelLimits LIMITS = new ChannelLimits(10, 2, Duration.ofMillis(50));

    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final LogRecorder log = new LogRecorder(Skipped.class);

    @SuppressWarnings("NullAway.Init")
    private RealRedis server;

    @SuppressWarnings("NullAway.Init")
    private Redis redis;

    @SuppressWarnings("NullAway.Init")
    private RedisChannel channel;

    @BeforeEach
    void a_channel_that_is_listened_to() throws IOException {
        server = new RealRedis();
        redis = new Redis(server.address(), QUICK, InstantSource.system());
        channel = new RedisChannel(redis, NAME, LIMITS, this::hears, threads, InstantSource.system());
        channel.start();
        connects();
    }

    @AfterEach
    void nothing_is_left() {
        channel.close();
        redis.close();
        server.close();
        threads.shutdown();
        log.close();
    }

    @Test
    void what_is_published_is_heard_once_and_what_makes_no_sense_or_is_too_long_is_skipped_and_said_once()
            throws Exception {
        // No more at once than there is room for.
        publish("one", "nonsense");
        assertThat(next()).isEqualTo("one");
        assertThat(next()).isEqualTo("nonsense");

        publish("longer than ten bytes", "two");

        assertThat(next()).isEqualTo("two");
        assertThat(heard).isEmpty();
        assertThat(channel.skipped()).isEqualTo(2);
        assertThat(log.lines())
                .containsExactly(
                        "WARNING What was read from " + NAME + " is not as it has to be and is skipped; so far: 1");
    }

    @Test
    void what_is_more_than_there_is_room_for_is_skipped() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        threads.execute(() -> awaits(busy));

        publish("1", "2", "3", "4");
        until(() -> channel.skipped() == 2);
        busy.countDown();

        assertThat(next() + next()).isEqualTo("12");
        assertThat(heard).isEmpty();
    }

    @Test
    void when_redis_is_back_it_is_heard_again() throws Exception {
        server.stop();
        until(() -> !redis.health().state().connected());
        server.start();
        connects();

        publish("again");

        assertThat(next()).isEqualTo("again");
    }

    private void connects() {
        until(() -> redis.health().state().connected());
    }

    private static void until(BooleanSupplier so) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private boolean hears(String message) {
        heard.add(message);
        return !message.equals("nonsense");
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(30, TimeUnit.SECONDS));
    }

    private void publish(String... messages) {
        RedisClient client = RedisClient.create("redis://127.0.0.1:" + server.port());
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            for (String message : messages) {
                connection.sync().publish(NAME, message);
            }
        }
        client.shutdown();
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
