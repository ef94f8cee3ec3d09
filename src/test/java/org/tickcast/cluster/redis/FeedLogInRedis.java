package org.tickcast.cluster.redis;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.tickcast.cluster.FeedLogLimits;
import org.tickcast.cluster.LogAway;
import org.tickcast.cluster.LogPosition;
import org.tickcast.testing.RealRedis;

/** A log in a Redis of its own, connected. */
public final class FeedLogInRedis implements AutoCloseable {

    private static final Duration TOO_LONG = Duration.ofSeconds(60);

    private final RealRedis server = new RealRedis();
    private final Redis redis = new Redis(server.address(), RedisLimits.DEFAULTS, InstantSource.system());
    private final WaitingLink link = new WaitingLink(redis, "test", RedisLimits.DEFAULTS.timeout());
    private final RedisFeedLog log;

    public FeedLogInRedis(FeedLogLimits limits) throws IOException {
        log = new RedisFeedLog(redis, limits);
        link.start();
        log.start();
        until(this::isConnected);
    }

    public RedisFeedLog log() {
        return log;
    }

    public void empty() {
        link.call(commands -> commands.flushall());
    }

    public void letLeaseExpire() {
        until(() -> Objects.equals(link.call(commands -> commands.exists("{tickcast:feed:1}:lease")), 0L));
    }

    @Override
    public void close() {
        log.close();
        link.close();
        redis.close();
        server.close();
    }

    private boolean isConnected() {
        try {
            link.call(commands -> commands.ping());
            log.checkpoint();
            log.read(new LogPosition(1, 0), 1, Duration.ZERO);
            return true;
        } catch (LogAway notYet) {
            return false;
        }
    }

    private static void until(BooleanSupplier reached) {
        Instant started = Instant.now();
        while (!reached.getAsBoolean()) {
            if (Duration.between(started, Instant.now()).compareTo(TOO_LONG) > 0) {
                throw new IllegalStateException("Waited for too long");
            }
            Thread.onSpinWait();
        }
    }
}
