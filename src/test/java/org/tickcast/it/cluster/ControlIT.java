package org.tickcast.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.Range;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.HubTalker;
import org.tickcast.testing.server.RestClient;

/** What an operator says to one server concerns the clients of all. */
@ExtendWith(OneCluster.class)
@Timeout(240)
class ControlIT {

    private static final String OPERATOR = HubTalker.token("root", "admin");
    private static final int REVOKED = 4002;
    private static final int LET_GO = 1012;
    private static final int KICKED = 4020;

    @Test
    void who_is_revoked_on_one_server_is_sent_away_by_the_other_and_by_one_that_starts_later(Cluster cluster)
            throws Exception {
        String token = HubTalker.token("mallory");
        try (BareClient mallory = comes(cluster.other(), token)) {
            assertThat(mallory.isOpen()).isTrue();

            tell(cluster.one(), "/admin/revocations", "{\"user\":\"mallory\"}", 200);

            assertThat(mallory.closeCode()).isEqualTo(REVOKED);
        }
        assertThat(statusFor(cluster.other(), token)).isEqualTo(401);

        cluster.other().server().kill();
        cluster.isWhole();

        assertThat(statusFor(cluster.other(), token)).isEqualTo(401);
    }

    @Test
    void who_is_kicked_on_one_server_has_to_go_from_the_other_and_may_come_back(Cluster cluster) throws Exception {
        try (HubTalker near = cluster.one().talks("127.8.4.7", "trudy");
                HubTalker far = cluster.other().talks("127.8.4.8", "trudy")) {
            var answer = RestClient.send(cluster.one().url(), "POST", "/admin/kicks", OPERATOR, "{\"user\":\"trudy\"}");

            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).isEqualTo("{\"user\":\"trudy\",\"closed_here\":1,\"others\":\"told\"}");
            assertThat(near.socket().closeCode()).isEqualTo(KICKED);
            assertThat(far.socket().closeCode()).isEqualTo(KICKED);
        }
        cluster.other().talks("127.8.4.8", "trudy").close();
    }

    @Test
    void what_everybody_is_to_know_is_told_on_all_servers_and_cannot_be_read_in_redis(Cluster cluster)
            throws Exception {
        try (HubTalker near = cluster.one().talks("127.8.4.1", "near");
                HubTalker far = cluster.other().talks("127.8.4.2", "far")) {
            tell(cluster.one(), "/api/broadcast", "{\"message\":\"We restart at six\"}", 202);

            assertThat(near.hears("broadcast")).containsEntry("message", "We restart at six");
            assertThat(far.hears("broadcast")).containsEntry("message", "We restart at six");
        }
        tell(cluster.one(), "/admin/revocations", "{\"token_id\":\"nobody-may-read-this\"}", 200);
        cluster.inRedis(redis -> {
            for (String topic : List.of("hub", "operators")) {
                assertThat(redis.xrange("tickcast:{" + topic + "}:log", Range.unbounded()))
                        .isNotEmpty()
                        .noneMatch(entry -> entry.toString().contains("We restart")
                                || entry.toString().contains("nobody-may-read"));
            }
        });
    }

    @Test
    void what_somebody_else_writes_into_redis_is_done_by_no_server_and_counted_by_all(Cluster cluster)
            throws Exception {
        double before = skipped(cluster.one()) + skipped(cluster.other());

        cluster.inRedis(redis ->
                redis.xadd("tickcast:{operators}:log", Map.of("n", "other", "s", "1", "m", "let-everybody-go")));

        while (skipped(cluster.one()) + skipped(cluster.other()) < before + 2) {
            Thread.onSpinWait();
        }
        for (ClusterNode node : cluster.nodes()) {
            assertThat(RestClient.send(node.url(), "GET", "/admin/drain", OPERATOR, null)
                            .body())
                    .contains("\"draining\":false");
        }
    }

    private static double skipped(ClusterNode node) throws Exception {
        String figures =
                RestClient.send(node.url(), "GET", "/metrics", OPERATOR, null).body();
        return figures.lines()
                .filter(line -> line.startsWith("tickcast_bus_skipped_total "))
                .mapToDouble(line -> Double.parseDouble(line.split(" ", -1)[1]))
                .sum();
    }

    @Test
    void all_servers_let_everybody_go_and_those_that_start_later_take_clients_in(Cluster cluster) throws Exception {
        try (HubTalker near = cluster.one().talks("127.8.4.4", "near");
                HubTalker far = cluster.other().talks("127.8.4.5", "far")) {
            tell(cluster.one(), "/admin/drain/all", "", 202);

            assertThat(near.socket().closeCode()).isEqualTo(LET_GO);
            assertThat(far.socket().closeCode()).isEqualTo(LET_GO);
        } finally {
            for (ClusterNode node : cluster.nodes()) {
                node.server().kill();
            }
        }
        cluster.isWhole();

        cluster.one().talks("127.8.4.6", "later").close();
    }

    private static BareClient comes(ClusterNode node, String token) throws Exception {
        return BareClient.from("127.8.4.3", node.url()).upgrade("/ws", "Authorization: Bearer " + token);
    }

    private static int statusFor(ClusterNode node, String token) throws Exception {
        try (BareClient client = comes(node, token)) {
            return client.status();
        }
    }

    private static void tell(ClusterNode node, String path, String words, int status) throws Exception {
        assertThat(RestClient.send(node.url(), "POST", path, OPERATOR, words).statusCode())
                .isEqualTo(status);
    }
}
