package org.tickcast.it.slowreader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
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
        List<BareClient> frozen = new ArrayList<>();
        try (TyrusClient feeder = new TyrusClient(server, "/test/inbox");
                BareClient healthy = open("127.5.1.1")) {
            feed(feeder, 5_000);
            for (int i = 0; i < FROZEN; i++) {
                frozen.add(
                        BareClient.withLittleRoom("127.5.0." + (1 + i), server).upgrade("/ws/index", AUTHORIZED));
            }

            for (int i = 0; i < FRAMES; i++) {
                assertThat(nextNumbered(healthy, feeder)).hasSizeGreaterThan(FAT);
            }

            int present = feed(feeder, 1);
            for (BareClient client : frozen) {
                assertThat(framesBefore(present, client, feeder))
                        .as("old frames that a frozen client was still sent, of %d", FRAMES)
                        .isLessThan(FRAMES / 2);
            }
        } finally {
            for (BareClient client : frozen) {
                client.close();
            }
        }
    }

    private BareClient open(String address) throws IOException {
        BareClient client = BareClient.from(address, server).upgrade("/ws/index", AUTHORIZED);
        client.text();
        return client;
    }

    private static int feed(TyrusClient feeder, int events) throws Exception {
        feeder.send(String.valueOf(events));
        return Integer.parseInt(feeder.next());
    }

    /**
     * Makes a change and sees the healthy client get it. The simulated market may move VN30 between the two; then that is
     * what the client gets, and we make another.
     */
    private static String nextNumbered(BareClient healthy, TyrusClient feeder) throws Exception {
        int number = feed(feeder, 1);
        String frame = healthy.text();
        for (int i = 0; i < 20 && number(frame) < number; i++) {
            feed(feeder, 1);
            frame = healthy.text();
        }
        assertThat(number(frame)).isGreaterThanOrEqualTo(number);
        return frame;
    }

    /** Reads at last. What is left of the past is what was on its way; then comes the present, or what followed it. */
    private static int framesBefore(int present, BareClient client, TyrusClient feeder) throws Exception {
        int frames = 0;
        while (frames < FRAMES && number(client.text()) < present) {
            frames++;
            feed(feeder, 1); // The simulated market moves VN30 too; so the present is shown again and again.
        }
        return frames;
    }

    /** The number of a frame; 1980 where the simulated market has moved the index since. */
    private static int number(String frame) {
        String key = "\"prior_value\":";
        int from = frame.indexOf(key) + key.length();
        return (int) Double.parseDouble(frame.substring(from, frame.indexOf(',', from)));
    }
}
