package org.tickcast.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickcast.testing.RealRedis;

class SteadyLinkTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BlockingQueue<RedisLink> up = new LinkedBlockingQueue<>();
    private final BlockingQueue<RedisLink> down = new LinkedBlockingQueue<>();

    /** Those of clients that others have left. */
    private final Set<Thread> before = threadsOfClients();

    @SuppressWarnings("NullAway.Init")
    private RealRedis server;

    @SuppressWarnings("NullAway.Init")
    private Redis redis;

    @SuppressWarnings("NullAway.Init")
    private SteadyLink link;

    @BeforeEach
    void a_link_to_a_server() throws Exception {
        server = new RealRedis();
        redis = new Redis(server.address(), RedisLimits.DEFAULTS, InstantSource.system());
        link = redis.link("test", "test:", PATIENCE, new SteadyLink.Listener() {
            @Override
            public void up(RedisLink opened) {
                link.works();
                up.add(opened);
            }

            @Override
            public void down(RedisLink gone) {
                down.add(gone);
            }
        });
    }

    @AfterEach
    void nothing_is_left() {
        link.close();
        redis.close();
        server.close();
    }

    @Test
    void what_is_called_over_it_is_answered() throws Exception {
        link.start();

        RedisLink opened = next(up);

        assertThat(opened.commands().ping().get(10, TimeUnit.SECONDS)).isEqualTo("PONG");
        assertThat(redis.health().state()).isEqualTo(new RedisHealth.State(true, null, null));
    }

    @Test
    void when_the_server_goes_it_is_down_and_says_why_and_when_the_server_is_back_it_is_up_again() throws Exception {
        link.start();
        RedisLink first = next(up);

        server.stop();

        assertThat(next(down)).isSameAs(first);
        assertThat(redis.health().state().connected()).isFalse();
        assertThat(redis.health().state().why()).isNotNull();
        assertThat(redis.health().state().awaySince()).isNotNull();

        server.start();

        assertThat(next(up).commands().ping().get(10, TimeUnit.SECONDS)).isEqualTo("PONG");
        assertThat(redis.health().state().connected()).isTrue();
    }

    @Test
    void one_that_no_longer_answers_is_given_up_once_and_replaced() throws Exception {
        link.start();
        RedisLink first = next(up);

        link.failed(first, new IllegalStateException("no answer"));
        link.failed(first, new IllegalStateException("no answer, said again"));

        assertThat(next(up)).isNotSameAs(first);
        assertThat(down).containsExactly(first);
    }

    @Test
    void a_server_that_is_not_there_at_the_start_is_found_when_it_comes() throws Exception {
        server.stop();

        link.start();
        assertThat(redis.health().state().connected()).isFalse();
        server.start();

        assertThat(next(up)).isNotNull();
    }

    @Test
    void when_redis_is_closed_no_thread_of_it_is_left() throws Exception {
        link.start();
        next(up);

        Set<Thread> ofThisOne = threadsOfClients();
        ofThisOne.removeAll(before);
        assertThat(ofThisOne).isNotEmpty();

        redis.close();

        for (Thread thread : ofThisOne) {
            // It has said that it ends, and may still be about to.
            thread.join(PATIENCE.toMillis());
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }

    private static Set<Thread> threadsOfClients() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("lettuce"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static RedisLink next(BlockingQueue<RedisLink> queue) throws InterruptedException {
        RedisLink link = queue.poll(30, TimeUnit.SECONDS);
        assertThat(link).isNotNull();
        return link;
    }
}
