package org.tickcast.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.JarProcess;

/** Settings reach the gateway from where people set them, and wrong ones stop the start. */
class SettingsIT {

    @Test
    void environment_names_of_older_systems_mean_the_same_and_a_set_token_is_not_shown() throws Exception {
        String token = "a-token-from-the-environment";
        try (JarProcess tickcast = JarProcess.start(Map.of(
                "WS_AUTH_TOKEN",
                token,
                "WS_MAX_CONNECTIONS_PER_IP",
                "1",
                "WS_THROTTLE_INTERVAL_MS",
                "250",
                "CORS_ORIGINS",
                "*"))) {
            URL server = tickcast.awaitReady();

            try (BareClient first = BareClient.from("127.0.0.1", server).upgrade("/ws/index?token=" + token);
                    BareClient second = BareClient.from("127.0.0.1", server).upgrade("/ws/index?token=" + token)) {
                assertThat(first.isOpen()).isTrue();
                assertThat(second.status()).isEqualTo(429);
            }
            try (BareClient page = BareClient.from("127.0.0.2", server)
                            .upgrade("/ws/index?token=" + token, "Origin: https://anywhere.example");
                    BareClient asking = BareClient.from("127.0.0.2", server)
                            .request(
                                    "GET /api/sectors HTTP/1.1\r\nHost: x\r\nOrigin: https://anywhere.example\r\n\r\n")) {
                assertThat(page.isOpen()).isTrue();
                assertThat(asking.header("Access-Control-Allow-Origin")).isEqualTo("https://anywhere.example");
                assertThat(asking.header("Access-Control-Allow-Credentials")).isEmpty();
            }
            assertThat(tickcast.output()).contains("Pages from every origin may connect (tickcast.origins has *)");
            assertThat(tickcast.output()).doesNotContain(token);
        }
    }

    @Test
    void our_own_names_win_as_system_properties_and_as_environment() throws Exception {
        String token = "but-this-one-which-is-long-enough-for-prod";
        try (JarProcess tickcast = JarProcess.start(
                Map.of("TICKCAST_LIMITS_CONNECTIONS_PER_IP", "2", "WS_AUTH_TOKEN", "not-this-one"),
                "-Dtickcast.auth.token=" + token,
                "-Dmp.config.profile=prod",
                "-Dtickcast.admission.encrypted-only=false")) {
            URL server = tickcast.awaitReady();

            try (BareClient wrong = BareClient.from("127.0.0.1", server).upgrade("/ws/index?token=not-this-one");
                    BareClient first = BareClient.from("127.0.0.1", server).upgrade("/ws/index?token=" + token);
                    BareClient second = BareClient.from("127.0.0.1", server).upgrade("/ws/index?token=" + token);
                    BareClient third = BareClient.from("127.0.0.1", server).upgrade("/ws/index?token=" + token)) {
                assertThat(wrong.status()).isEqualTo(401);
                assertThat(first.isOpen()).isTrue();
                assertThat(second.isOpen()).isTrue();
                assertThat(third.status()).isEqualTo(429);
            }
            assertThat(tickcast.lines())
                    .filteredOn(line -> line.contains("WARNING"))
                    .singleElement()
                    .asString()
                    .contains("Connections need not be encrypted (tickcast.admission.encrypted-only is false)");
        }
    }

    @Test
    void wrong_settings_stop_the_start_and_are_all_named_at_once() throws Exception {
        try (JarProcess tickcast = JarProcess.start(
                Map.of(),
                "-Dtickcast.broadcast.interval=fast",
                "-Dtickcast.limits.connections-per-ip=0",
                "-Dtickcast.auth.token=with blanks in it")) {
            assertThat(tickcast.awaitEnd()).isEqualTo(1);
            assertThat(tickcast.output())
                    .isEqualTo("Tickcast cannot start:\n"
                            + "  tickcast.auth.token must be 1 to 4096 visible ASCII characters without blanks,"
                            + " or sha256: and 64 hexadecimal digits\n"
                            + "  tickcast.limits.connections-per-ip must be a whole number from 1 to 1000000, was \"0\"\n"
                            + "  tickcast.broadcast.interval must be a duration from PT0S to PT1M, written like PT0.5S,"
                            + " was \"fast\"\n"
                            + "Every setting is explained in docs/operating.md.");
        }
    }

    @Test
    void the_prod_profile_does_not_start_without_a_token_of_its_own() throws Exception {
        try (JarProcess tickcast = JarProcess.start(Map.of(), "-Dmp.config.profile=prod")) {
            assertThat(tickcast.awaitEnd()).isEqualTo(1);
            assertThat(tickcast.output())
                    .contains("tickcast.auth.token must be set: only the dev profile makes a token of its own");
        }
    }

    @Test
    void the_prod_profile_names_all_that_is_too_careless_at_once() throws Exception {
        try (JarProcess tickcast = JarProcess.start(
                Map.of("CORS_ORIGINS", "*", "JWT_SECRET_KEY", "too-short"),
                "-Dmp.config.profile=prod",
                "-Dtickcast.auth.token=short")) {
            assertThat(tickcast.awaitEnd()).isEqualTo(1);
            assertThat(tickcast.output())
                    .contains("  tickcast.auth.token must be 32 to 4096")
                    .contains("  tickcast.auth.jwt.secret must be ")
                    .contains("  tickcast.origins must be ")
                    .contains("  tickcast.admission.encrypted-only must be set")
                    .doesNotContain("too-short");
        }
    }

    @Test
    void a_port_that_is_taken_is_named_as_the_reason() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                JarProcess tickcast = JarProcess.start(taken.getLocalPort(), Map.of())) {
            assertThat(tickcast.awaitEnd()).isEqualTo(1);
            assertThat(tickcast.output())
                    .isEqualTo("A port is in use: choose another with --port (or --sslPort), or add --autoBindHttp");
        }
    }

    @Test
    void when_it_is_stopped_every_client_is_told_that_it_goes_away() throws Exception {
        try (JarProcess tickcast = JarProcess.start(Map.of(), "-Dtickcast.auth.token=t")) {
            URL server = tickcast.awaitReady();
            try (BareClient market = BareClient.from("127.0.0.1", server).upgrade("/ws/market?token=t");
                    BareClient index = BareClient.from("127.0.0.1", server).upgrade("/ws/index?token=t")) {
                market.text();
                index.text();

                tickcast.terminate();

                assertThat(market.closeCode()).isEqualTo(1001);
                assertThat(index.closeCode()).isEqualTo(1001);
            }
            tickcast.awaitEnd();
        }
    }
}
