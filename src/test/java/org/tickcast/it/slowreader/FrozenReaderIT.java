package org.tickcast.it.slowreader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.TickcastWar;
import org.tickcast.testing.server.TyrusClient;

/**
 * Some clients never read. The frames here are so fat that the kernel's buffers for such a client are full after about
 * a dozen; what comes after that would wait in the server, or hold up the others.
 */
@ExtendWith(ArquillianExtension.class)
class FrozenReaderIT {

    private static final String AUTHORIZED = "Authorization: Bearer " + TickcastWar.TOKEN;
    private static final int FROZEN = 20;
    private static final int FRAMES = 60;
    private static final int FAT = 200_000;

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    @TargetsContainer("fat-frames")
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @Test
    void a_client_that_never_reads_delays_nobody_and_is_owed_one_frame_only() throws Exception {
        fattenFrames();
        List<BareClient> frozen = new ArrayList<>();
        try (BareClient healthy = BareClient.from("127.5.1.1", server).upgrade("/ws/index", AUTHORIZED)) {
            for (int i = 0; i < FROZEN; i++) {
                frozen.add(
                        BareClient.withLittleRoom("127.5.0." + (1 + i), server).upgrade("/ws/index", AUTHORIZED));
            }

            Set<String> seen = new HashSet<>();
            String newest = healthy.text();
            for (int i = 0; i < FRAMES; i++) {
                newest = healthy.text();
                assertThat(newest).hasSizeGreaterThan(FAT);
                assertThat(seen.add(newest))
                        .as("every frame shows something new")
                        .isTrue();
            }

            for (BareClient client : frozen) {
                assertThat(framesUntil(newest, client))
                        .as("frames before the newest, of the %d that were sent meanwhile", FRAMES)
                        .isLessThan(FRAMES / 2);
            }
        } finally {
            for (BareClient client : frozen) {
                client.close();
            }
        }
    }

    /** Reads at last. What is left of the past is what the kernel held; then comes the present, or what followed it. */
    private static int framesUntil(String newest, BareClient client) throws IOException {
        String present = lastUpdated(newest);
        int frames = 0;
        while (lastUpdated(client.text()).compareTo(present) < 0) {
            frames++;
        }
        return frames;
    }

    private static String lastUpdated(String index) {
        String key = "\"last_updated\":\"";
        int from = index.indexOf(key) + key.length();
        return index.substring(from, index.indexOf('"', from));
    }

    private void fattenFrames() throws Exception {
        try (TyrusClient feeder = new TyrusClient(server, "/test/inbox")) {
            feeder.send("5000");
            assertThat(feeder.next()).isEqualTo("taken: 5000");
        }
    }
}
