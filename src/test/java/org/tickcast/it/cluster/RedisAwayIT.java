package org.tickcast.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tickcast.testing.server.HubTalker;
import org.tickcast.testing.server.PictureClient;
import org.tickcast.testing.server.Strait;

/** What becomes of clients when Redis is not there, or not as it should be, and when it is back. */
@ExtendWith(OneCluster.class)
@Timeout(240)
class RedisAwayIT {

    private static final String AWAY = "is away, and this node goes on alone";
    private static final String BACK = "nodes hear each other";

    private enum Outage {
        DROPS_ALL(cluster -> onEachWay(cluster, Strait::shut), cluster -> onEachWay(cluster, Strait::clear)),
        SAYS_NOTHING(cluster -> onEachWay(cluster, Strait::freeze), cluster -> onEachWay(cluster, Strait::clear)),
        HAS_NO_MEMORY(cluster -> mayHold(cluster, "1"), cluster -> mayHold(cluster, "0"));

        private final Consumer<Cluster> begins;
        private final Consumer<Cluster> ends;

        Outage(Consumer<Cluster> begins, Consumer<Cluster> ends) {
            this.begins = begins;
            this.ends = ends;
        }

        private static void onEachWay(Cluster cluster, Consumer<Strait> weather) {
            cluster.nodes().forEach(node -> weather.accept(node.toRedis()));
        }

        private static void mayHold(Cluster cluster, String bytes) {
            cluster.inRedis(redis -> redis.configSet("maxmemory", bytes));
        }
    }

    @ParameterizedTest
    @EnumSource(Outage.class)
    void clients_stay_and_talk_and_afterwards_all_have_heard_all(Outage outage, Cluster cluster) throws Exception {
        ClusterNode node = cluster.holder();
        try (HubTalker ann = node.talks("127.8.3.1", "ann").joins("outage");
                HubTalker bob = node.talks("127.8.3.2", "bob").joins("outage");
                HubTalker far = cluster.follower().talks("127.8.3.3", "far").joins("outage");
                PictureClient market = node.reads("127.8.3.4")) {
            market.nextPicture();
            List<Integer> before =
                    cluster.nodes().stream().map(ClusterNode::now).toList();

            outage.begins.accept(cluster);
            try {
                awaitAll(cluster, before, AWAY);
                ann.chats("outage", "alone with " + outage);
                assertThat(bob.hears("chat")).containsEntry("message", "alone with " + outage);
                market.next("snapshot"); // In an epoch of its own.
                assertThat(node.redis().getString("redis")).isEqualTo("away");
                assertThat(node.redis().getString("reason")).startsWith("Redis is away, and this node goes on alone: ");
            } finally {
                outage.ends.accept(cluster);
            }
            awaitAll(cluster, before, BACK);

            assertThat(far.hears("chat")).containsEntry("message", "alone with " + outage);
            assertOneMarket(cluster);
            for (int i = 0; i < cluster.nodes().size(); i++) {
                ClusterNode each = cluster.nodes().get(i);
                assertThat(each.countOfLines(before.get(i), AWAY)).isEqualTo(1);
                assertThat(each.countOfLines(before.get(i), BACK)).isEqualTo(1);
                assertThat(each.redis().getString("redis")).isEqualTo("connected");
            }
        }
    }

    @Test
    void one_that_is_slow_only_makes_what_is_said_to_the_others_come_later(Cluster cluster) throws Exception {
        int before = cluster.one().now();
        try (HubTalker ann = cluster.one().talks("127.8.3.5", "ann").joins("outage");
                HubTalker far = cluster.other().talks("127.8.3.6", "far").joins("outage")) {
            cluster.one().toRedis().slow(150);
            try {
                ann.chats("outage", "slowly");

                assertThat(far.hears("chat")).containsEntry("message", "slowly");
                assertOneMarket(cluster);
            } finally {
                cluster.one().toRedis().clear();
            }
        }
        assertThat(cluster.one().countOfLines(before, AWAY)).isZero();
    }

    @Test
    void one_that_was_emptied_is_told_again_what_everybody_knew(Cluster cluster) throws Exception {
        try (HubTalker ann = cluster.one().talks("127.8.3.7", "ann").joins("flushed");
                HubTalker far = cluster.other().talks("127.8.3.8", "far").joins("flushed")) {
            ann.chats("flushed", "not forgotten");
            far.hears("chat");

            cluster.inRedis(redis -> {
                redis.flushall();
                while (redis.exists("tickcast:{hub}:known", "{tickcast:feed:1}:checkpoint") < 2) {
                    Thread.onSpinWait();
                }
            });

            far.says("{'type':'history','payload':{'room_id':'flushed'}}");
            assertThat(far.hears("history").toString()).contains("not forgotten");
            ann.chats("flushed", "and on it goes");
            assertThat(far.hears("chat")).containsEntry("message", "and on it goes");
            assertOneMarket(cluster);
        }
    }

    private static void awaitAll(Cluster cluster, List<Integer> since, String words) throws InterruptedException {
        for (int i = 0; i < since.size(); i++) {
            cluster.nodes().get(i).awaits(since.get(i), words);
        }
    }

    private static void assertOneMarket(Cluster cluster) throws Exception {
        assertThat(cluster.sameVersions("127.8.3.9"))
                .allSatisfy(
                        (version, shown) -> assertThat(shown.get(0)).as(version).isEqualTo(shown.get(1)));
    }
}
