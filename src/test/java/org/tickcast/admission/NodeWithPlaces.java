package org.tickcast.admission;

import java.time.Duration;
import java.time.InstantSource;
import org.tickcast.cluster.NodeId;
import org.tickcast.cluster.redis.Redis;
import org.tickcast.cluster.redis.RedisAddress;
import org.tickcast.cluster.redis.RedisLimits;
import org.tickcast.cluster.redis.RedisTally;
import org.tickcast.cluster.redis.TallyLimits;

/** One server that gives places together with others. */
final class NodeWithPlaces {

    static final TallyLimits QUICK =
            new TallyLimits(Duration.ofSeconds(5), Duration.ofMillis(50), Duration.ofSeconds(20), 1, 2);

    private static final RedisLimits CALM =
            new RedisLimits(Duration.ofSeconds(20), Duration.ofMillis(50), 1_000, 500, 40, 10, 5);

    final LeaseBook book;
    private final Redis redis;
    private final RedisTally tally;

    NodeWithPlaces(String name, RedisAddress address, TallyLimits limits) {
        redis = new Redis(address, CALM, InstantSource.system());
        tally = new RedisTally(redis, new NodeId(name), limits);
        book = new LeaseBook(CommonPlacesContract.LIMITS, Callers.PLANS, InstantSource.system(), tally);
    }

    void joins() {
        book.join();
        CommonPlacesContract.until(this::isConnected);
    }

    boolean isConnected() {
        return redis.health().state().connected();
    }

    void leaves() {
        tally.close();
        redis.close();
    }

    /** Without a word. */
    void dies() {
        redis.close();
    }
}
