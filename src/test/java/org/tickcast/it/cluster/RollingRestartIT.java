package org.tickcast.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.testing.server.HubTalker;
import org.tickcast.testing.server.RestClient;

/** One server after the other is emptied, stopped and started anew, while its clients go to and fro. */
@ExtendWith(OneCluster.class)
@Timeout(280)
class RollingRestartIT {

    private static final int READERS = Integer.getInteger("tickcast.test.clients", 200);
    private static final String OPERATOR = HubTalker.token("root", "admin");
    private static final int ADDRESSES = 250;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @Test
    void nobody_misses_a_version_or_a_message_or_hears_one_twice(Cluster cluster) throws Exception {
        List<Future<String>> seen = new ArrayList<>();
        try (MovedTalkers talkers = new MovedTalkers(cluster)) {
            Future<List<String>> heard = threads.submit(talkers.listening());
            talkers.start();
            seen.add(threads.submit(talkers.speaking()));
            for (int i = 0; i < READERS; i++) {
                String address = "127.9." + i / ADDRESSES + "." + (1 + i % ADDRESSES);
                seen.add(threads.submit(new MovedReader(cluster, address, 2)));
            }
            awaitClients(cluster.one(), READERS + 2);

            for (ClusterNode node : cluster.nodes()) {
                restart(node, cluster);
            }

            int count = talkers.end();
            for (Future<String> each : seen) {
                assertThat(each.get(2, TimeUnit.MINUTES)).isEmpty();
            }
            assertThat(heard.get(2, TimeUnit.MINUTES))
                    .containsExactlyElementsOf(
                            Stream.concat(IntStream.range(0, count).mapToObj(String::valueOf), Stream.of("end"))
                                    .toList());
        } finally {
            threads.shutdownNow();
        }
    }

    private static void restart(ClusterNode node, Cluster cluster) throws Exception {
        int before = node.now();
        RestClient.send(node.url(), "POST", "/admin/drain", OPERATOR, null);
        node.awaits(before, "All clients are gone");
        node.server().signal("TERM");
        node.server().awaitEnd();
        cluster.isWhole();
    }

    private static void awaitClients(ClusterNode node, int count) throws Exception {
        String all = "\"clients\":" + count + "}";
        while (!RestClient.send(node.url(), "GET", "/admin/drain", OPERATOR, null)
                .body()
                .endsWith(all)) {
            Thread.onSpinWait();
        }
    }
}
