package org.tickcast.it.redeploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.RedeployingServer;

/** What is undeployed is gone: its sockets, its tick, its classes. */
@SuppressWarnings("NullAway.Init") // Filled before each test.
class RedeployIT {

    private static final int TIMES = 5;
    /**
     * The tick, the feed, who watches over it, the search for late handshakes, the look at all sockets, letting clients go,
     * and the hub.
     */
    private static final String REPEATED = "7";

    private static final String SERVER_JAR = "target/payara/payara-micro.jar";

    private Process process;
    private BufferedReader answers;
    private BufferedWriter orders;
    private URL server;

    @BeforeEach
    void start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(whatTheManifestOpens());
        command.add("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
        command.add("-Dtickcast.auth.token=t");
        command.addAll(List.of("-cp", SERVER_JAR + File.pathSeparator + "target/test-classes"));
        command.add(RedeployingServer.class.getName());
        command.addAll(List.of("--autobindhttp", "--nohazelcast", "--disablephonehome"));
        command.addAll(List.of("--prebootcommandfile", "target/payara/pre-boot-commands.txt"));
        command.addAll(List.of("--logproperties", "src/test/payara/logging.properties"));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = process.inputReader();
        orders = process.outputWriter();
        server = new URL("http://127.0.0.1:" + answer() + "/");
    }

    @AfterEach
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(15, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    @Test
    @Timeout(120)
    void redeploying_again_and_again_leaves_one_tick_and_one_feed() throws IOException {
        for (int i = 0; i < TIMES; i++) {
            assertThat(order("deploy")).isEqualTo("true");
            try (BareClient client = BareClient.from("127.0.0.1", server).upgrade("/ws/market?token=t")) {
                assertThat(client.text()).isNotEqualTo(client.text());

                assertThat(order("undeploy")).isEqualTo("[]");

                assertThat(client.closeCode()).isEqualTo(1001);
            }
        }

        assertThat(order("deploy")).isEqualTo("true");
        awaitOnlyTheWorkOfOneDeployment();
    }

    /**
     * Whatever repeats is a SteadyWork, and nothing but its schedule keeps it alive. (Payara's pooled requests keep the
     * class loader of an application whose socket they once upgraded, until they are used again; its work they do not.)
     */
    private void awaitOnlyTheWorkOfOneDeployment() throws IOException {
        String alive = order("org.tickcast.wiring.SteadyWork");
        for (int i = 0; i < 100 && !alive.equals(REPEATED); i++) {
            alive = order("org.tickcast.wiring.SteadyWork"); // A cancelled run leaves its queue when it would be due.
        }
        assertThat(alive).isEqualTo(REPEATED);
    }

    /** What {@code java -jar} would read from the server's manifest. */
    private static List<String> whatTheManifestOpens() throws IOException {
        try (JarFile jar = new JarFile(SERVER_JAR)) {
            return Stream.of("Add-Opens", "Add-Exports")
                    .flatMap(header -> values(jar, header)
                            .map(value -> "--" + header.toLowerCase(Locale.ROOT) + "=" + value + "=ALL-UNNAMED"))
                    .toList();
        }
    }

    private static Stream<String> values(JarFile jar, String header) {
        try {
            return Stream.of(
                    jar.getManifest().getMainAttributes().getValue(header).split(" ", -1));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the manifest of " + SERVER_JAR, e);
        }
    }

    private String order(String what) throws IOException {
        orders.write(what);
        orders.newLine();
        orders.flush();
        return answer();
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        while (line != null && !line.startsWith("DONE ")) {
            line = answers.readLine();
        }
        assertThat(line).as("an answer of the server").isNotNull();
        return line.substring("DONE ".length());
    }
}
