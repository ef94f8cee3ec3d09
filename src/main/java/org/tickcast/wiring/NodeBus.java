package org.tickcast.wiring;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.tickcast.cluster.Bus;
import org.tickcast.cluster.LocalBus;
import org.tickcast.cluster.NodeId;
import org.tickcast.cluster.redis.Redis;
import org.tickcast.cluster.redis.RedisBus;
import org.tickcast.cluster.redis.RedisLimits;

/**
 * The bus that this node is on, and what has to end with it.
 *
 * @param redis over which nodes meet; null where there is one node
 * @param end closes the connections, if there are any
 */
record NodeBus(Bus bus, @Nullable Redis redis, Runnable end) implements AutoCloseable {

    static NodeBus of(RedisSettings settings, NodeId node, Executor threads, InstantSource clock) {
        if (settings.address() == null) {
            return new NodeBus(new LocalBus(), null, () -> {});
        }
        Redis redis = new Redis(settings.address(), RedisLimits.DEFAULTS, clock);
        RedisBus bus = new RedisBus(redis, node, settings.keys(), threads, clock);
        return new NodeBus(bus, redis, () -> {
            bus.close();
            redis.close();
        });
    }

    @Override
    public void close() {
        end.run();
    }
}
