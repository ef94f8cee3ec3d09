package org.tickcast.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.JarProcess;

/** What one server has recorded, another plays, and says when it is over. */
class TapeIT {

    private static final String TOKEN = "-Dtickcast.auth.token=t";

    @TempDir
    @SuppressWarnings("NullAway.Init") // Filled before the test.
    private Path tapes;

    @Test
    @Timeout(120)
    void a_market_is_recorded_and_played_again() throws Exception {
        String recorded = record();

        try (JarProcess player =
                JarProcess.start(Map.of(), TOKEN, "-Dtickcast.feed=tape", "-Dtickcast.tape.path=" + tapes)) {
            URL server = player.awaitReady();
            try (BareClient client = BareClient.from("127.0.0.1", server).upgrade("/ws/index?token=t")) {
                String last = client.text();
                boolean hasEnded = false;
                // That the tape has ended may be said before its last picture is due.
                while (!hasEnded || updated(last).compareTo(updated(recorded)) < 0) {
                    String frame = client.text();
                    if (frame.contains("\"type\":\"status\"")) {
                        assertThat(frame).isEqualTo("{\"type\":\"status\",\"connected\":false}");
                        hasEnded = true;
                    } else {
                        last = frame;
                    }
                }
            }
        }
    }

    /** Records a moment of the simulated market, and returns a frame that came from it. */
    private String record() throws Exception {
        try (JarProcess recorder = JarProcess.start(Map.of(), TOKEN, "-Dtickcast.record.directory=" + tapes)) {
            URL server = recorder.awaitReady();
            try (BareClient client = BareClient.from("127.0.0.1", server).upgrade("/ws/index?token=t")) {
                client.text();
                client.text();
                return client.text();
            }
        }
    }

    private static String updated(String index) {
        String key = "\"last_updated\":\"";
        int from = index.indexOf(key) + key.length();
        return index.substring(from, index.indexOf('"', from));
    }
}
