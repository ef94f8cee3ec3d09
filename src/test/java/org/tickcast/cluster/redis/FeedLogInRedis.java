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

/** A log in Redis, connected. */
public final class FeedLogInRedis implements AutoCloseable {

    private static final Duration TOO_LONG = Duration.ofSeconds(60);

    private final Runnable endOfServer;
    private final Redis redis;
    private final WaitingLink link;
    private final RedisFeedLog log;

    /** In a Redis of its own. */
    public FeedLogInRedis(FeedLogLimits limits) throws IOException {
        this(new RealRedis(), limits);
    }

    private FeedLogInRedis(RealRedis server, FeedLogLimits limits) {
        this(server.address(), limits, server::close);
    }

    /** @param endOfServer which ends with it, or not */
    FeedLogInRedis(RedisAddress address, FeedLogLimits limits, Runnable endOfServer) {
        this.endOfServer = endOfServer;
        redis = new Redis(address, RedisLimits.DEFAULTS, InstantSource.system());
        link = new WaitingLink(redis, "test", RedisFeedLog.PREFIX, RedisLimits.DEFAULTS.timeout());
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
        endOfServer.run();
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
