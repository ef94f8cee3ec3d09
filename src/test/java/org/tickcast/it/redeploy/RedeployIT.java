package org.tickcast.it.redeploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.RedeployingServer;

/** What is undeployed is gone: its sockets, its tick, its classes. */
@SuppressWarnings("NullAway.Init") // Filled before each test.
class RedeployIT {

    private static final int TIMES = 5;

    private Process process;
    private BufferedReader answers;
    private BufferedWriter orders;
    private URL server;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder(List.of(
                        System.getProperty("java.home") + "/bin/java",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-Dtickcast.auth.token=t",
                        "-cp",
                        "target/payara/payara-micro.jar" + File.pathSeparator + "target/test-classes",
                        RedeployingServer.class.getName(),
                        "--autobindhttp",
                        "--nohazelcast",
                        "--disablephonehome",
                        "--prebootcommandfile",
                        "target/payara/pre-boot-commands.txt"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = process.inputReader();
        orders = process.outputWriter();
        server = new URL("http://127.0.0.1:" + answer() + "/");
    }

    @AfterEach
    void stop() {
        process.destroy();
    }

    @Test
    void redeploying_again_and_again_leaves_one_market_and_one_tick() throws IOException {
        for (int i = 0; i < TIMES; i++) {
            assertThat(order("deploy")).isEqualTo("true");
            try (BareClient client = BareClient.from("127.0.0.1", server).upgrade("/ws/market?token=t")) {
                assertThat(client.text()).isNotEqualTo(client.text());

                assertThat(order("undeploy")).isEqualTo("[]");

                assertThat(client.closeCode()).isEqualTo(1001);
            }
        }

        assertThat(order("deploy")).isEqualTo("true");
        assertThat(order("org.tickcast.market.MarketBoard")).isEqualTo("1");
        assertThat(order("org.tickcast.wiring.SteadyWork")).isEqualTo("3");
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
