package org.tickcast.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.testing.server.PictureClient;

/** Two servers show one market, whichever of them fails. */
@ExtendWith(OneCluster.class)
@Timeout(240)
class OneMarketIT {

    @Test
    void what_has_one_epoch_and_version_is_one_picture(Cluster cluster) throws Exception {
        assertOneMarket(cluster, "127.8.1.1");
    }

    @Test
    void a_client_that_goes_to_another_server_takes_a_patch(Cluster cluster) throws Exception {
        try (PictureClient before = cluster.one().reads("127.8.1.2")) {
            before.nextPicture();
            before.nextPicture();

            try (PictureClient client = before.goOn("127.8.1.2", cluster.other().url(), ClusterNode.MARKET)) {
                assertGoesOn(client);
                client.next("beat");
                assertThat(client.picture().beats()).isPositive();
            }
        }
    }

    @Test
    void when_the_holder_is_killed_the_other_goes_on_with_its_versions(Cluster cluster) throws Exception {
        ClusterNode holder = cluster.holder();
        ClusterNode survivor = cluster.follower();
        try (PictureClient staying = survivor.reads("127.8.1.3");
                PictureClient leaving = holder.reads("127.8.1.4")) {
            staying.nextPicture();
            leaving.nextPicture();
            int before = survivor.now();

            holder.server().kill();
            survivor.awaitsTheLease(before);

            assertThat(pictureAfterward(staying).getString("type")).isEqualTo("patch");
            try (PictureClient moved = leaving.goOn("127.8.1.4", survivor.url(), ClusterNode.MARKET)) {
                assertGoesOn(moved);
            }
        }
    }

    @Test
    void a_holder_that_was_paused_for_longer_than_its_lease_writes_nothing_any_more(Cluster cluster) throws Exception {
        ClusterNode paused = cluster.holder();
        ClusterNode other = cluster.follower();
        try (PictureClient client = paused.reads("127.8.1.5")) {
            client.nextPicture();
            int before = paused.now();
            int meanwhile = other.now();

            paused.server().signal("STOP");
            try {
                other.awaitsTheLease(meanwhile);
            } finally {
                paused.server().signal("CONT");
            }
            paused.awaitsWhomToFollow(before);

            assertThat(pictureAfterward(client).getString("type")).isEqualTo("patch");
            assertOneMarket(cluster, "127.8.1.6");
        }
    }

    private static void assertOneMarket(Cluster cluster, String address) throws IOException {
        assertThat(cluster.sameVersions(address))
                .allSatisfy(
                        (version, shown) -> assertThat(shown.get(0)).as(version).isEqualTo(shown.get(1)));
    }

    /** The first picture that was made after all that was under way. */
    private static JsonObject pictureAfterward(PictureClient client) throws IOException {
        client.say("{\"type\":\"ping\",\"id\":\"now\"}");
        client.next("pong");
        return client.nextPicture();
    }

    private static void assertGoesOn(PictureClient client) throws IOException {
        long had = client.picture().version();
        assertThat(client.next("hello").getBoolean("resumed")).isTrue();
        JsonObject first = client.nextPicture();
        assertThat(first.getString("type")).isEqualTo("patch");
        assertThat(first.getJsonNumber("from").longValue()).isEqualTo(had);
    }
}
