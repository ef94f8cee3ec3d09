package org.tickcast.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickcast.testing.MadeCertificate;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.JarProcess;

/** The jar speaks TLS itself, with a certificate as authorities give it. */
class TlsIT {

    private static final String TOKEN = "a-token-of-our-own-that-is-long-enough";
    private static final String AUTHORIZED = "Authorization: Bearer " + TOKEN;
    private static final int USUAL_HTTP_PORT = 8080;
    private static final int HANDSHAKE = 0x16;

    @TempDir
    @SuppressWarnings("NullAway.Init") // Filled before the test.
    private Path directory;

    @Test
    void prod_starts_with_a_certificate_alone_and_speaks_no_HTTP() throws Exception {
        MadeCertificate made = MadeCertificate.rsa();
        Map<String, String> environment = Map.of(
                "SSL_CERT_PATH", write("chain.pem", made.certificatePem()),
                "SSL_KEY_PATH", write("key.pem", made.keyPem()));

        // Whoever would listen there could not start.
        try (AutoCloseable taken = take(USUAL_HTTP_PORT);
                JarProcess tickcast = JarProcess.start(
                        sslPort(), environment, "-Dmp.config.profile=prod", "-Dtickcast.auth.token=" + TOKEN)) {
            URL server = tickcast.awaitReady();

            assertThat(taken).isNotNull();
            assertThat(server.getProtocol()).isEqualTo("https");
            assertThatAMarketIsShown(made, server);
            assertThat(firstByteAfterHello(server, "0303")).isEqualTo(HANDSHAKE);
            assertThat(firstByteAfterHello(server, "0302")).isNotEqualTo(HANDSHAKE);
            assertThat(tickcast.lines()).noneMatch(line -> line.contains("WARNING") || line.contains("SEVERE"));
        }
    }

    @Test
    void an_elliptic_key_in_its_older_form_does_as_well_and_HTTP_is_there_where_it_is_asked_for() throws Exception {
        MadeCertificate made = MadeCertificate.ec();
        int httpPort = JarProcess.freePort();
        List<String> options = new ArrayList<>(sslPort());
        options.addAll(List.of("--port", String.valueOf(httpPort)));

        try (JarProcess tickcast = JarProcess.start(
                options,
                Map.of("SSL_CERT_PATH", "/not/this/one"),
                "-Dtickcast.tls.certificate=" + write("chain.pem", made.certificatePem()),
                "-Dtickcast.tls.key=" + write("key.pem", made.olderKeyPem()),
                "-Dtickcast.auth.token=" + TOKEN)) {
            assertThatAMarketIsShown(made, tickcast.awaitReady());
            try (BareClient plain = BareClient.from("127.0.0.1", new URL("http://localhost:" + httpPort))
                    .upgrade("/ws/index", AUTHORIZED)) {
                assertThat(plain.text()).startsWith("{");
            }
        }
    }

    @Test
    void a_key_that_belongs_to_another_certificate_ends_the_start_with_one_line() throws Exception {
        String key = write("key.pem", MadeCertificate.ec().keyPem());

        try (JarProcess tickcast = JarProcess.start(
                sslPort(),
                Map.of(),
                "-Dtickcast.tls.certificate="
                        + write("chain.pem", MadeCertificate.ec().certificatePem()),
                "-Dtickcast.tls.key=" + key)) {
            assertThat(tickcast.awaitEnd()).isEqualTo(1);
            assertThat(tickcast.output())
                    .isEqualTo("Tickcast cannot start: tickcast.tls.key must be the undamaged key of"
                            + " tickcast.tls.certificate, without password, was \"" + key + "\"");
        }
    }

    @Test
    void a_directory_that_cannot_be_written_is_named_as_the_reason() throws Exception {
        Path nowhere = directory.resolve("nowhere");

        try (JarProcess tickcast = JarProcess.start(JarProcess.freePort(), Map.of(), "-Djava.io.tmpdir=" + nowhere)) {
            assertThat(tickcast.awaitEnd()).isEqualTo(1);
            assertThat(tickcast.output())
                    .isEqualTo("The server unpacks itself into a directory that cannot be written: " + nowhere
                            + ". Choose another with -Djava.io.tmpdir");
        }
    }

    /** More than one frame: the first goes another way than all others. */
    private static void assertThatAMarketIsShown(MadeCertificate made, URL server) throws Exception {
        try (BareClient client = BareClient.overTls(made.trusting(), "127.0.0.1", server)
                .upgrade("/ws/market", AUTHORIZED, "Origin: https://localhost")) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.text()).startsWith("{");
            }
        }
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private static List<String> sslPort() throws IOException {
        return List.of("--sslPort", String.valueOf(JarProcess.freePort()));
    }

    /** Nothing to close when somebody else has it. */
    private static AutoCloseable take(int port) throws IOException {
        try {
            return new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
        } catch (BindException taken) {
            return () -> {};
        }
    }

    /** What the answer to a client begins with that knows no version newer than this; -1 when there is none. */
    private static int firstByteAfterHello(URL server, String version) throws IOException {
        byte[] hello = HexFormat.of()
                .parseHex("1603010049" + "01000045" + version + "5a".repeat(32) + "00" + "0004c02fc013" + "0100"
                        + "0018" + "000a000400020017" + "000d0006000408040401" + "000b00020100");
        try (Socket socket = new Socket("127.0.0.1", server.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(hello);
            return socket.getInputStream().read();
        }
    }
}
