package org.tickcast.it.redeploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tickcast.testing.RealRedis;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.DeployingServer;

/** What is undeployed is gone: its sockets, its work, its threads, its connections to Redis, its classes. */
@SuppressWarnings("NullAway.Init") // Filled before each test.
class RedeployIT {

    private static final int TIMES = 20;
    private static final int MOST_LOOKS = 100;
    /**
     * What kept the classes of each would show all twenty. A few are kept by threads and caches of the server and of the JDK
     * that remember the last they had to do with.
     */
    private static final int MOST_CLASS_LOADERS = TIMES / 2;
    /** Whatever repeats is one of these, and nothing but its schedule keeps it alive. */
    private static final String REPEATED_WORK = "org.tickcast.wiring.SteadyWork";

    private RealRedis redis;
    private RedisClient redisClient;
    private StatefulRedisConnection<String, String> inRedis;
    private DeployingServer server;

    @BeforeEach
    void start() throws IOException {
        redis = new RealRedis();
        String redisUrl = "redis://127.0.0.1:" + redis.port();
        redisClient = RedisClient.create(redisUrl);
        inRedis = redisClient.connect();
        server = DeployingServer.start(Map.of("tickcast.auth.token", "t", "tickcast.redis.url", redisUrl));
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.close();
        redisClient.shutdown();
        redis.close();
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void of_an_application_that_was_deployed_again_and_again_nothing_is_left() throws IOException {
        server.deploy();
        assertThat(threadsOfOurs()).isNotEmpty();
        server.undeploy();
        for (int i = 1; i < TIMES; i++) {
            deployAndUndeploy();
        }

        assertThat(classLoaders()).isLessThan(MOST_CLASS_LOADERS);
        awaitNothingLeft();
    }

    private void deployAndUndeploy() throws IOException {
        server.deploy();
        assertThat(connectionsToRedis()).isNotEmpty();
        try (BareClient client = BareClient.from("127.0.0.1", server.address()).upgrade("/ws/market?token=t")) {
            assertThat(client.text()).isNotEqualTo(client.text());

            server.undeploy();

            assertThat(client.closeCode()).isEqualTo(1001);
        }
    }

    /**
     * Payara's pooled requests keep the handler of the socket they once were, and with it the classes of an application
     * that is gone, until they become another socket. Each of ours was one socket's, so those do not count.
     */
    private long classLoaders() throws IOException {
        return server.jvm().timesLoaded("org.tickcast.wiring.Gateway")
                - server.jvm().liveInstancesOf("org.tickcast.socket.PatientUpgrade");
    }

    private List<String> threadsOfOurs() throws IOException {
        return server.jvm().threads().stream()
                .filter(line ->
                        line.contains("org.tickcast.") || line.contains("io.netty.") || line.contains("lettuce"))
                .filter(line -> !line.contains("org.tickcast.testing."))
                .toList();
    }

    /** Besides the one that asks. */
    private List<String> connectionsToRedis() {
        String own = "id=" + inRedis.sync().clientId() + " ";
        return inRedis.sync()
                .clientList()
                .lines()
                .filter(line -> !line.startsWith(own))
                .toList();
    }

    /** A run that was cancelled leaves its queue when it would have been due, and a thread of Netty's waits a second for more. */
    private void awaitNothingLeft() throws IOException {
        List<String> left = left();
        for (int i = 0; i < MOST_LOOKS && !left.isEmpty(); i++) {
            left = left();
        }
        assertThat(left).isEmpty();
    }

    private List<String> left() throws IOException {
        List<String> left = new ArrayList<>(threadsOfOurs());
        left.addAll(connectionsToRedis());
        long work = server.jvm().liveInstancesOf(REPEATED_WORK);
        if (work > 0) {
            left.add(work + " of " + REPEATED_WORK);
        }
        return left;
    }
}
