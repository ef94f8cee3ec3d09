package org.tickcast.it.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.testing.MadeCertificate;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.JarProcess;
import org.tickcast.testing.server.Nginx;

/** The site that we ship, with nothing changed but what its first lines tell a user to change, and the ports. */
@SuppressWarnings("NullAway.Init") // Filled before all tests.
class NginxIT {

    private static final Path SITE = Path.of("src/deploy/nginx/tickcast.conf");
    private static final String TOKEN = "a-token-of-our-own-that-is-long-enough";
    private static final String AUTHORIZED = "Authorization: Bearer " + TOKEN;
    private static final String PRODUCER = "another-token-for-who-pushes-a-market-in";
    private static final String BALANCER = "127.7.7.7";
    private static final int PLACES = 5;
    private static final int QUIET_MILLIS = 185_000;

    private static MadeCertificate certificate;
    private static JarProcess tickcast;
    private static URL gateway;
    private static Nginx nginx;
    private static int httpPort;
    private static URL site;
    private static Path logs;

    private final List<BareClient> clients = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        logs = directory;
        certificate = MadeCertificate.rsa();
        httpPort = freePort();
        site = new URL("https://localhost:" + freePort() + "/");
        int port = freePort();
        nginx = Nginx.start(directory, site(directory, port));
        tickcast = JarProcess.start(
                port,
                Map.of(),
                "-Dmp.config.profile=prod",
                "-Dtickcast.auth.token=" + TOKEN,
                "-Dtickcast.proxies.trusted=127.0.0.1",
                "-Dtickcast.feed=ingest",
                "-Dtickcast.ingest.token=" + PRODUCER,
                // Nothing comes of itself: no ping, no word that the market is silent, no end of the day.
                "-Dtickcast.heartbeat.interval=PT1H",
                "-Dtickcast.feed.stale-after=PT1H",
                "-Dtickcast.market.reset-at=" + inTwelveHours());
        gateway = tickcast.awaitReady();
    }

    @AfterAll
    static void stop() throws Exception {
        if (nginx != null) {
            nginx.close();
        }
        if (tickcast != null) {
            tickcast.close();
        }
    }

    @AfterEach
    void everybodyLeaves() throws IOException {
        for (BareClient client : clients) {
            client.close();
        }
    }

    @Test
    void a_socket_opens_over_TLS_and_a_page_of_this_host_is_one_of_ours() throws Exception {
        String page = "Origin: https://localhost:" + site.getPort();

        assertThat(from("127.1.20.1").upgrade("/ws/index?token=" + TOKEN, page).status())
                .isEqualTo(403);
        assertThat(from("127.1.20.1")
                        .upgrade("/ws/index?token=" + TOKEN, "Origin: https://localhost")
                        .text())
                .startsWith("{");
    }

    @Test
    void what_is_not_encrypted_is_led_to_where_it_is_and_refused_at_the_gateway_itself() throws Exception {
        URL plain = new URL("http://localhost:" + httpPort + "/");

        BareClient led = keep(BareClient.from("127.1.20.2", plain)).upgrade("/ws/index");
        BareClient refused = keep(BareClient.from("127.1.20.2", gateway)).upgrade("/ws/index", AUTHORIZED);

        assertThat(led.status()).isEqualTo(301);
        assertThat(led.header("Location")).isEqualTo("https://localhost/ws/index");
        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void a_client_that_names_another_address_each_time_has_the_places_of_its_own() throws Exception {
        for (int i = 0; i < PLACES; i++) {
            assertThat(forging("127.1.20.3", "203.0.113." + i).status()).isEqualTo(101);
        }

        assertThat(forging("127.1.20.3", "203.0.113.99").status()).isEqualTo(429);
        assertThat(tickcast.awaitLine(line -> line.contains("admitted") && line.contains("127.1.20.3")))
                .contains("\"address\":\"127.1.20.3\"");
        assertThat(tickcast.output()).doesNotContain("203.0.113.");
    }

    @Test
    void behind_a_load_balancer_its_word_counts_and_nobody_elses() throws Exception {
        Path directory = Files.createDirectory(logs.resolve("balanced"));
        URL balanced = new URL("https://localhost:" + freePort() + "/");
        String text = Files.readString(logs.resolve("site.conf"))
                .replace(":" + site.getPort() + " ssl", ":" + balanced.getPort() + " ssl")
                .replace("127.0.0.1:" + httpPort, "127.0.0.1:" + freePort())
                .replace("#set_real_ip_from 10.0.0.0/24", "set_real_ip_from " + BALANCER)
                .replace("#real_ip_", "real_ip_");

        try (Nginx behind = Nginx.start(directory, text)) {
            assertThat(behind).isNotNull();
            String said = "X-Forwarded-For: 192.0.2.66, 198.51.100.9";
            assertThat(open(balanced, BALANCER, said).status()).isEqualTo(101);
            assertThat(open(balanced, "127.1.20.4", said).status()).isEqualTo(101);
        }

        assertThat(tickcast.awaitLine(line -> line.contains("\"address\":\"198.51.100.9\"")))
                .contains("admitted");
        assertThat(tickcast.awaitLine(line -> line.contains("\"address\":\"127.1.20.4\"")))
                .contains("admitted");
        assertThat(tickcast.output()).doesNotContain(BALANCER).doesNotContain("192.0.2.66");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/drain", "/admin;x/drain", "/%61dmin/drain", "//admin/drain", "/health/ready"})
    void what_operators_turn_is_for_the_machine_itself(String path) throws Exception {
        assertThat(ask("127.1.20.5", path)).isEqualTo(403);
        assertThat(ask("127.0.0.1", "/health/ready")).isEqualTo(200);
    }

    @Test
    void no_log_has_a_token_that_was_in_a_query() throws Exception {
        from("127.1.20.6").upgrade("/ws/market?token=" + TOKEN).close();

        try (BareClient after = from("127.1.20.6")) {
            after.request("GET / HTTP/1.1\r\nHost: localhost\r\nReferer: https://localhost/?token=" + TOKEN
                    + "\r\nConnection: close\r\n\r\n");
            after.rest();
        }
        String log = Files.readString(awaitLog("\"GET / "));
        assertThat(log).contains("127.1.20.6 [").doesNotContain(TOKEN);
    }

    @Test
    void a_quiet_market_keeps_its_sockets_for_three_minutes_and_what_happens_then_is_shown() throws Exception {
        BareClient client = from("127.1.20.7").upgrade("/ws/market", AUTHORIZED);
        client.text();

        assertThat(client.readByte(QUIET_MILLIS)).isFalse();

        BareClient producer = from("127.1.20.8")
                .send("POST /api/ingest HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + PRODUCER
                        + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n");
        producer.sendChunk("{\"type\":\"trade\",\"symbol\":\"FPT\",\"price\":98500,\"volume\":300,"
                + "\"session\":\"CONTINUOUS\",\"at\":\"2026-11-20T09:30:00+07:00\"}\n");
        // The producer's request has not ended: it is passed on as it comes.
        client.textWith("98500");
        producer.sendChunk("");
        assertThat(producer.answer().status()).isEqualTo(200);
    }

    private BareClient forging(String address, String forged) throws Exception {
        return open(
                site,
                address,
                "X-Forwarded-For: " + forged,
                "Forwarded: for=" + forged,
                "X-Real-IP: " + forged,
                "X-Forwarded-Host: " + forged);
    }

    private BareClient open(URL server, String address, String... headers) throws Exception {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add(AUTHORIZED);
        return keep(BareClient.overTls(certificate.trusting(), address, server))
                .upgrade("/ws/index", all.toArray(String[]::new));
    }

    private BareClient from(String address) throws Exception {
        return keep(BareClient.overTls(certificate.trusting(), address, site));
    }

    private BareClient keep(BareClient client) {
        clients.add(client);
        return client;
    }

    private int ask(String address, String path) throws Exception {
        return from(address)
                .request("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                .status();
    }

    /** nginx writes a line when a request is over, which its client may see a little earlier. */
    private static Path awaitLog(String line) throws Exception {
        Path log = logs.resolve("access.log");
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!Files.readString(log).contains(line) && System.nanoTime() - deadline < 0) {
            Thread.onSpinWait();
        }
        return log;
    }

    private static String site(Path directory, int gatewayPort) throws Exception {
        Path chain = Files.writeString(directory.resolve("chain.pem"), certificate.certificatePem());
        Path key = Files.writeString(directory.resolve("key.pem"), certificate.keyPem());
        String text = Files.readString(SITE);
        text = changed(text, "server 127.0.0.1:8080;", "server 127.0.0.1:" + gatewayPort + ";");
        text = changed(text, "listen 80;", "listen 127.0.0.1:" + httpPort + ";");
        text = changed(text, "listen 443 ssl;", "listen 127.0.0.1:" + site.getPort() + " ssl;");
        text = changed(text, "/etc/ssl/market.example.com/fullchain.pem", chain.toString());
        text = changed(text, "/etc/ssl/market.example.com/key.pem", key.toString());
        return changed(text, "/var/log/nginx/tickcast.log", "access.log");
    }

    private static String changed(String text, String from, String to) {
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    private static String inTwelveHours() {
        return LocalTime.now(ZoneOffset.ofHours(7))
                .plusHours(12)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
