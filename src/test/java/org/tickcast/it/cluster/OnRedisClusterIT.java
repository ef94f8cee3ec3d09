package org.tickcast.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tickcast.testing.RealRedisCluster;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.HubTalker;
import org.tickcast.testing.server.JarProcess;
import org.tickcast.testing.server.RestClient;
import org.tickcast.testing.server.TestTokens;
import org.tickcast.testing.server.TickcastWar;

/** Two servers that meet in a Redis Cluster. */
@Timeout(240)
class OnRedisClusterIT {

    private static final String ROOM = "floor";
    private static final int REVOKED = 4002;

    @Test
    void servers_share_hub_market_limits_and_what_operators_say_and_what_is_published_from_outside() throws Exception {
        try (RealRedisCluster redis = new RealRedisCluster();
                JarProcess one = start(redis);
                JarProcess other = start(redis)) {
            URL here = joined(one);
            URL there = joined(other);
            assertThat(one.output() + other.output())
                    .contains("This node holds the lease")
                    .contains("This node follows");
            try (HubTalker ann = HubTalker.open("127.8.9.1", here, "ann").joins(ROOM);
                    HubTalker bob = HubTalker.open("127.8.9.1", there, "bob").joins(ROOM)) {
                ann.chats(ROOM, "hello");
                assertThat(bob.hears("chat")).containsEntry("message", "hello");

                // Two places to an address, and both are taken.
                assertThat(status(here)).isEqualTo(429);
                assertThat(status(there)).isEqualTo(429);

                publish(
                        redis,
                        "{'type':'broadcast','payload':{'type':'notification','payload':{'message':'We close'}}}");
                assertThat(ann.hears("notification")).containsEntry("message", "We close");
                assertThat(bob.hears("notification")).containsEntry("message", "We close");

                RestClient.send(
                        here, "POST", "/admin/revocations", HubTalker.token("root", "admin"), "{\"user\":\"bob\"}");
                assertThat(bob.socket().closeCode()).isEqualTo(REVOKED);
            }
        }
    }

    private static JarProcess start(RealRedisCluster redis) throws Exception {
        return JarProcess.start(
                JarProcess.freePort(),
                Map.of(),
                "-Dtickcast.redis.url=" + redis.url(),
                "-Dtickcast.auth.token=" + TickcastWar.TOKEN,
                "-Dtickcast.auth.jwt.secret=" + TestTokens.SECRET,
                "-Dtickcast.hub.rooms=" + ROOM,
                "-Dtickcast.limits.connections-per-ip=2",
                "-XX:TieredStopAtLevel=1");
    }

    private static URL joined(JarProcess server) throws Exception {
        URL url = server.awaitReady();
        server.awaitLine(line -> line.contains("nodes hear each other"));
        server.awaitLine(line -> line.contains("This node holds the lease") || line.contains("This node follows"));
        return url;
    }

    private static int status(URL server) throws Exception {
        try (BareClient third = BareClient.from("127.8.9.1", server)
                .upgrade("/ws/market", "Authorization: Bearer " + TickcastWar.TOKEN)) {
            return third.status();
        }
    }

    private static void publish(RealRedisCluster redis, String message) {
        String channel = "websocket:broadcast";
        redis.ask(redis.strangerTo(channel), asked -> asked.publish(channel, message.replace('\'', '"')));
    }
}
