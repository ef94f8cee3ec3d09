package org.tickcast.cluster.redis;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.tickcast.cluster.FeedLease;
import org.tickcast.cluster.FeedLog;
import org.tickcast.cluster.FeedLogContract;

class RedisFeedLogTest extends FeedLogContract {

    @SuppressWarnings("NullAway.Init")
    private static FeedLogInRedis store;

    @BeforeAll
    static void a_redis() throws IOException {
        store = new FeedLogInRedis(LIMITS);
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
