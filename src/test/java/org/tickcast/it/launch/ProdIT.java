package org.tickcast.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.JarProcess;

/** In prod nobody shows a token on a way that others can read along: only through the proxy that has said https. */
@SuppressWarnings("NullAway.Init")
class ProdIT {

    private static final String TOKEN = "a-token-of-our-own-that-is-long-enough";
    private static final String PROXY = "127.9.9.9";
    private static final String HTTPS = "X-Forwarded-Proto: https";

    private static JarProcess tickcast;
    private static URL server;

    @BeforeAll
    static void start() throws Exception {
        tickcast = JarProcess.start(
                Map.of(),
                "-Dmp.config.profile=prod",
                "-Dtickcast.auth.token=" + TOKEN,
                "-Dtickcast.proxies.trusted=" + PROXY,
                "-Dtickcast.admission.reject-mode=close");
        server = tickcast.awaitReady();
    }

    @AfterAll
    static void stop() throws Exception {
        tickcast.close();
    }

    @ParameterizedTest
    @CsvSource({
        "127.1.5.1, X: y",
        "127.1.5.1, X-Forwarded-Proto: https",
        "127.1.5.1, Forwarded: proto=https",
        "127.9.9.9, X: y",
        "127.9.9.9, X-Forwarded-Proto: http",
        "127.9.9.9, 'X-Forwarded-Proto: https, http'"
    })
    void what_others_could_read_along_is_refused_everywhere(String address, String header) throws IOException {
        try (BareClient socket = BareClient.from(address, server).upgrade("/ws/index?token=" + TOKEN, header);
                BareClient api = ask(address, "/api/sectors?token=" + TOKEN, header);
                BareClient nowhere = ask(address, "/admin/revocations", header);
                BareClient preflight = ask(address, "/ws/preflight?path=/ws/index&token=" + TOKEN, header)) {
            assertNotEncrypted(socket);
            assertNotEncrypted(api);
            assertNotEncrypted(nowhere);
            assertNotEncrypted(preflight);
        }
    }

    @Test
    void what_the_proxy_has_received_encrypted_is_answered() throws IOException {
        try (BareClient socket = BareClient.from(PROXY, server).upgrade("/ws/index?token=" + TOKEN, HTTPS);
                BareClient api = ask(PROXY, "/api/sectors?token=" + TOKEN, HTTPS)) {
            assertThat(socket.text()).startsWith("{");
            assertThat(api.status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs/errors.md"})
    void what_is_no_secret_needs_no_encryption(String path) throws IOException {
        try (BareClient client = ask("127.1.5.2", path, "X: y")) {
            assertThat(client.status()).isEqualTo(200);
        }
    }

    @Test
    void nothing_is_said_about_encryption_where_it_is_asked_for() {
        assertThat(tickcast.output()).doesNotContain("encrypted");
    }

    private static BareClient ask(String address, String path, String header) throws IOException {
        return BareClient.from(address, server)
                .request("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n");
    }

    private static void assertNotEncrypted(BareClient client) throws IOException {
        assertThat(client.status()).isEqualTo(403);
        assertThat(client.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(client.body()).contains("\"code\":\"not-encrypted\"");
    }
}
