package org.tickcast.it.cluster;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tickcast.testing.RealRedis;
import org.tickcast.testing.server.PictureClient;
import org.tickcast.testing.server.TestTokens;
import org.tickcast.testing.server.TickcastWar;

/** Two servers on one Redis, which all tests share. Whoever ends one leaves it so: the next test has it started again. */
final class Cluster implements AutoCloseable {

    private static final List<String> SETTINGS = List.of(
            "-Dtickcast.auth.token=" + TickcastWar.TOKEN,
            "-Dtickcast.auth.jwt.secret=" + TestTokens.SECRET,
            "-Dtickcast.redis.encryption-key=" + Base64.getEncoder().encodeToString(new byte[32]),
            "-Dtickcast.hub.rooms=order,ghosts,outage,flushed,control,rolling",
            "-Dtickcast.drain.spread=PT1S",
            "-Dtickcast.limits.connections-per-ip=10000",
            "-Dtickcast.limits.connects-per-ip-per-minute=1000000",
            "-XX:TieredStopAtLevel=1");

    private final RealRedis redis = new RealRedis();
    private final List<ClusterNode> nodes =
            List.of(new ClusterNode(redis.port(), SETTINGS), new ClusterNode(redis.port(), SETTINGS));

    Cluster() throws IOException {
        for (ClusterNode node : nodes) {
            node.start();
        }
    }

    /** Returns when both servers are there and hear each other. */
    void isWhole() throws Exception {
        List<ClusterNode> ended = nodes.stream().filter(node -> !node.isAlive()).toList();
        for (ClusterNode node : ended) {
            node.start();
        }
        for (ClusterNode node : nodes) {
            node.awaitPart();
        }
    }

    List<ClusterNode> nodes() {
        return nodes;
    }

    ClusterNode one() {
        return nodes.get(0);
    }

    ClusterNode other() {
        return nodes.get(1);
    }

    /** Whose feed everybody shows. */
    ClusterNode holder() {
        return nodes.stream().filter(ClusterNode::holdsTheLease).findFirst().orElseThrow();
    }

    ClusterNode follower() {
        return otherThan(holder());
    }

    ClusterNode otherThan(ClusterNode node) {
        return node.equals(one()) ? other() : one();
    }

    void inRedis(Consumer<RedisCommands<String, String>> work) {
        RedisClient client = RedisClient.create("redis://127.0.0.1:" + redis.port());
        try {
            work.accept(client.connect().sync());
        } finally {
            client.shutdown();
        }
    }

    /** Reads at both until some pictures have the same epoch and version: what they show there, at one and at the other. */
    Map<String, List<String>> sameVersions(String address) throws IOException {
        try (PictureClient here = one().reads(address);
                PictureClient there = other().reads(address)) {
            Map<String, String> one = new TreeMap<>();
            Map<String, String> other = new TreeMap<>();
            while (common(one, other).count() < 3) {
                look(here, one);
                look(there, other);
            }
            Map<String, List<String>> both = new TreeMap<>();
            common(one, other)
                    .forEach(version -> both.put(version, List.of(shown(one, version), shown(other, version))));
            return both;
        }
    }

    private static Stream<String> common(Map<String, String> one, Map<String, String> other) {
        return one.keySet().stream().filter(other::containsKey);
    }

    private static String shown(Map<String, String> pictures, String version) {
        return Objects.requireNonNull(pictures.get(version));
    }

    private static void look(PictureClient client, Map<String, String> pictures) throws IOException {
        client.nextPicture();
        pictures.put(
                Objects.requireNonNull(client.picture().since()),
                client.picture().shown());
    }

    @Override
    public void close() throws Exception {
        for (ClusterNode node : nodes) {
            node.close();
        }
        redis.close();
    }
}
