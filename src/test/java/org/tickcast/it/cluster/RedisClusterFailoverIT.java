package org.tickcast.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tickcast.cluster.redis.RecordingNode;
import org.tickcast.cluster.redis.RedisLimits;
import org.tickcast.testing.RealRedis;
import org.tickcast.testing.RealRedisCluster;

/** A Redis Cluster that loses the server which has the hub. */
@Timeout(120)
class RedisClusterFailoverIT {

    private static final String HUB = "tickcast:{hub}:log";
    private static final long PATIENCE_MILLIS = 20_000;

    @SuppressWarnings("NullAway.Init")
    private RealRedisCluster cluster;

    @SuppressWarnings("NullAway.Init")
    private RecordingNode one;

    @SuppressWarnings("NullAway.Init")
    private RecordingNode other;

    @BeforeEach
    void two_nodes_that_have_heard_something() throws Exception {
        cluster = new RealRedisCluster();
        one = node("one").joined();
        other = node("other").joined();
        one.says("before");
        one.until("before");
        other.until("before");
    }

    @AfterEach
    void nothing_is_left() throws Exception {
        one.close();
        other.close();
        cluster.close();
    }

    @Test
    void each_node_goes_on_alone_and_when_the_server_is_back_nothing_is_lost() throws Exception {
        cluster.masterOf(HUB).stop();
        one.until("(alone)");
        other.until("(alone)");
        one.says("meanwhile");
        one.until("meanwhile");

        cluster.masterOf(HUB).start();

        goesOn();
    }

    @Test
    void where_another_server_has_a_copy_nodes_go_on_with_that() throws Exception {
        RealRedis master = cluster.masterOf(HUB);
        cluster.copy(master);
        cluster.until(master, redis -> redis.waitForReplication(1, PATIENCE_MILLIS) == 1);

        master.stop();
        one.until("(alone)");
        one.says("meanwhile");
        other.until("(alone)");

        goesOn();
    }

    private void goesOn() throws InterruptedException {
        one.joined();
        other.joined();
        one.says("afterwards");
        other.until("afterwards");
        assertThat(other.known()).containsExactly("before", "meanwhile", "afterwards");
    }

    private RecordingNode node(String name) {
        return new RecordingNode(name, cluster.address(), RedisLimits.DEFAULTS, null);
    }
}
