package org.tickcast.testing;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.SlotHash;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tickcast.cluster.redis.RedisAddress;

/** A Redis Cluster for tests, on this machine only: three masters, each with a third of the slots. */
public final class RealRedisCluster implements AutoCloseable {

    private static final int MASTERS = 3;
    private static final int TO_ITS_BUS = 10_000;
    private static final int LAST_PORT = 65_535;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int MIGRATION_MILLIS = 10_000;

    private final RedisClient client = RedisClient.create();
    private final Path files = Files.createTempDirectory("redis-cluster");
    private final List<RealRedis> all = new ArrayList<>();
    private final List<RealRedis> masters;

    public RealRedisCluster() throws IOException {
        masters = List.of(member(), member(), member());
        for (int i = 0; i < MASTERS; i++) {
            int[] slots = IntStream.range(firstSlot(i), firstSlot(i + 1)).toArray();
            ask(masters.get(i), redis -> redis.clusterAddSlots(slots));
        }
        introduce(masters.subList(1, MASTERS));
        isWhole();
    }

    /** Another server, which knows nobody and has nothing yet. */
    private RealRedis member() throws IOException {
        int port = freePort();
        RealRedis member = new RealRedis(
                port,
                "cluster-enabled yes",
                "cluster-node-timeout 1000",
                "dir " + files,
                "cluster-config-file " + port + ".conf");
        all.add(member);
        return member;
    }

    private void introduce(List<RealRedis> others) {
        others.forEach(other -> ask(
                other, redis -> redis.clusterMeet("127.0.0.1", masters.get(0).port())));
    }

    /** Has another server copy one of the masters, and take its place when that is gone. Returns when all know. */
    public void copy(RealRedis master) throws IOException {
        RealRedis copy = member();
        introduce(List.of(copy));
        String id = ask(master, RedisCommands::clusterMyId);
        until(copy, redis -> redis.clusterNodes().contains(id));
        ask(copy, redis -> redis.clusterReplicate(id));
        until(copy, redis -> redis.info("replication").contains("master_link_status:up"));
        String known = "slave " + id;
        masters.forEach(one -> until(one, redis -> redis.clusterNodes().contains(known)));
    }

    /** Returns when each of the masters finds that all slots are served. */
    public void isWhole() {
        masters.forEach(master -> until(master, redis -> redis.clusterInfo().contains("cluster_state:ok")));
    }

    /** Has another master take over a key, and all that lies in the same slot. */
    public void move(String key, RealRedis from, RealRedis to) {
        int slot = SlotHash.getSlot(key);
        String source = ask(from, RedisCommands::clusterMyId);
        String target = ask(to, RedisCommands::clusterMyId);
        ask(to, redis -> redis.clusterSetSlotImporting(slot, source));
        ask(from, redis -> redis.clusterSetSlotMigrating(slot, target));
        ask(from, redis -> {
            List<String> keys = redis.clusterGetKeysInSlot(slot, Integer.MAX_VALUE);
            keys.forEach(one -> redis.migrate("127.0.0.1", to.port(), one, 0, MIGRATION_MILLIS));
            return keys;
        });
        ask(to, redis -> redis.clusterSetSlotNode(slot, target));
        ask(from, redis -> redis.clusterSetSlotNode(slot, target));
    }

    public void empty() {
        masters.forEach(master -> ask(master, RedisCommands::flushall));
    }

    public RedisAddress address() {
        return RedisAddress.parse(url());
    }

    /** As it is set. */
    public String url() {
        return masters.stream()
                .map(master -> "redis://127.0.0.1:" + master.port())
                .collect(Collectors.joining(","));
    }

    /** Which of the masters has this key. */
    public RealRedis masterOf(String key) {
        int slot = SlotHash.getSlot(key);
        return masters.get(IntStream.range(0, MASTERS)
                .filter(i -> slot < firstSlot(i + 1))
                .findFirst()
                .orElseThrow());
    }

    /** One of the masters that do not have this key. */
    public RealRedis strangerTo(String key) {
        RealRedis owner = masterOf(key);
        return masters.stream()
                .filter(master -> !master.equals(owner))
                .findFirst()
                .orElseThrow();
    }

    public <T> T ask(RealRedis server, Function<RedisCommands<String, String>, T> question) {
        try (var connection = client.connect(RedisURI.create("127.0.0.1", server.port()))) {
            return question.apply(connection.sync());
        }
    }

    /** Waits until this server answers so. */
    public void until(RealRedis server, Function<RedisCommands<String, String>, Boolean> wanted) {
        long end = System.nanoTime() + LONGEST.toNanos();
        ask(server, redis -> {
            while (!wanted.apply(redis)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("Waited for too long: " + redis.clusterInfo());
                }
            }
            return true;
        });
    }

    /** Until what it returns is closed, each of the masters wants a password. */
    public Guard guardedBy(String password) {
        List<StatefulRedisConnection<String, String>> inside = masters.stream()
                .map(master -> client.connect(RedisURI.create("127.0.0.1", master.port())))
                .toList();
        inside.forEach(one -> one.sync().configSet("requirepass", password));
        return () -> inside.forEach(one -> {
            one.sync().configSet("requirepass", "");
            one.close();
        });
    }

    /** That nobody asks without the password. */
    public interface Guard extends AutoCloseable {

        @Override
        void close();
    }

    private static int firstSlot(int master) {
        return SlotHash.SLOT_COUNT * master / MASTERS;
    }

    /** One of which the port is free, too, at which servers of a cluster talk to each other. */
    private static int freePort() throws IOException {
        int port = RealRedis.freePort();
        while (port + TO_ITS_BUS > LAST_PORT || !isFree(port + TO_ITS_BUS)) {
            port = RealRedis.freePort();
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        client.shutdown();
        all.forEach(RealRedis::close);
        try (Stream<Path> left = Files.list(files)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(files);
    }
}
