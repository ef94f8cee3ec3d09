package org.tickcast.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.JarProcess;

/** A server whose file descriptors are used up refuses who comes, serves who is there, and takes people in again. */
@Timeout(180)
class FilesIT {

    /** Java and the server have some 370 of them open. */
    private static final int DESCRIPTORS = 1_200;

    private static final int SPARE = 400;
    private static final String INDEX = "/ws/index?token=of-the-test";

    @Test
    void it_refuses_with_503_says_so_and_recovers() throws Exception {
        try (JarProcess tickcast = JarProcess.startWithFiles(
                DESCRIPTORS,
                "-Dtickcast.auth.token=of-the-test",
                "-Dtickcast.limits.spare-files=" + SPARE,
                "-Dtickcast.limits.connections-per-ip=10000",
                "-Dtickcast.limits.connects-per-ip-per-minute=1000000")) {
            URL server = tickcast.awaitReady();
            List<BareClient> clients = new ArrayList<>();
            try (BareClient refused = untilRefused(server, clients)) {
                assertThat(clients).isNotEmpty();
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.body()).contains("\"code\":\"out-of-files\"");
                assertThat(refused.header("Retry-After")).isEqualTo("5");
                tickcast.awaitLine(line -> line.contains("WARNING Of 1,200 file descriptors "));
                assertThat(clients.get(0).text()).startsWith("{");
            } finally {
                for (BareClient client : clients) {
                    client.close();
                }
            }

            tickcast.awaitLine(line -> line.contains("There are file descriptors again"));

            try (BareClient again = BareClient.from("127.0.0.1", server).upgrade(INDEX)) {
                assertThat(again.isOpen()).isTrue();
            }
        }
    }

    /** Fills the list with those who are let in, and returns the first who is not. */
    private static BareClient untilRefused(URL server, List<BareClient> clients) throws Exception {
        BareClient next = BareClient.from("127.0.0.1", server).upgrade(INDEX);
        while (next.isOpen()) {
            clients.add(next);
            next = BareClient.from("127.0.0.1", server).upgrade(INDEX);
        }
        return next;
    }
}
