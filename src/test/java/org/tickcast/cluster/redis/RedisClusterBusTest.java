package org.tickcast.cluster.redis;

import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.cluster.Bus;
import org.tickcast.cluster.BusContract;
import org.tickcast.cluster.NodeId;
import org.tickcast.testing.OneRedisCluster;
import org.tickcast.testing.RealRedisCluster;

@ExtendWith(OneRedisCluster.class)
class RedisClusterBusTest extends BusContract {

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @SuppressWarnings("NullAway.Init")
    private Redis redis;

    @SuppressWarnings("NullAway.Init")
    private RedisBus bus;

    @BeforeEach
    void a_bus_over_a_cluster(RealRedisCluster cluster) {
        redis = new Redis(cluster.address(), RedisLimits.DEFAULTS, InstantSource.system());
        bus = new RedisBus(redis, new NodeId("n1"), null, threads, InstantSource.system());
    }

    @AfterEach
    void nothing_is_left() {
        bus.close();
        redis.close();
        threads.shutdown();
    }

    @Override
    protected Bus bus() {
        return bus;
    }
}
