package org.tickcast.feed.log;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.tickcast.cluster.redis.FeedLogInRedis;
import org.tickcast.cluster.redis.RedisFeedLog;

class OneMarketOverRedisTest extends OneMarketContract<RedisFeedLog> {

    private static final Duration TOO_LONG = Duration.ofSeconds(90);

    @SuppressWarnings("NullAway.Init")
    private static FeedLogInRedis store;

    private final Instant started = Instant.now();

    @BeforeAll
    static void a_redis() throws IOException {
        store = new FeedLogInRedis(LOG_LIMITS);
    }

    @AfterAll
    static void is_gone() {
        store.close();
    }

    @BeforeEach
    void nothing_in_it() {
        store.empty();
    }

    @Override
    RedisFeedLog log() {
        return store.log();
    }

    @Override
    InstantSource clock() {
        return InstantSource.system();
    }

    @Override
    LongSupplier nanoClock() {
        return System::nanoTime;
    }

    @Override
    void empty() {
        store.empty();
    }

    @Override
    void roundIsOver() {
        // Time passes by itself.
    }

    @Override
    boolean isTooLong(long rounds) {
        return Duration.between(started, Instant.now()).compareTo(TOO_LONG) > 0;
    }
}
