package org.tickcast.cluster.redis;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.cluster.FeedLease;
import org.tickcast.cluster.FeedLog;
import org.tickcast.cluster.FeedLogContract;
import org.tickcast.testing.OneRedisCluster;
import org.tickcast.testing.RealRedisCluster;

@ExtendWith(OneRedisCluster.class)
class RedisClusterFeedLogTest extends FeedLogContract {

    @SuppressWarnings("NullAway.Init")
    private FeedLogInRedis store;

    @BeforeEach
    void a_log_in_a_cluster(RealRedisCluster cluster) {
        store = new FeedLogInRedis(cluster.address(), LIMITS, () -> {});
    }

    @AfterEach
    void nothing_is_left() {
        store.close();
    }

    @Override
    protected FeedLog log() {
        return store.log();
    }

    @Override
    protected FeedLease lease() {
        return store.log();
    }

    @Override
    protected void letLeaseExpire() {
        store.letLeaseExpire();
    }
}
