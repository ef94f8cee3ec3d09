package org.tickcast.it.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.TickcastWar;

/** Only the proxy of the house, 127.9.9.9, may say whom it speaks for. */
@ExtendWith(ArquillianExtension.class)
class ProxyIT {

    private static final String PROXY = "127.9.9.9";
    private static final int PLACES = 5;
    private static final String AUTHORIZED = "Authorization: Bearer " + TickcastWar.TOKEN;

    private final List<BareClient> clients = new ArrayList<>();

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @AfterEach
    void everybodyLeaves() throws IOException {
        for (BareClient client : clients) {
            client.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.1.2.1, X-Forwarded-For: 203.0.113.",
        "127.1.2.2, Forwarded: for=203.0.113.",
        "127.1.2.3, X-Real-IP: 203.0.113.",
        "127.1.2.4, 'X-Forwarded-For: 127.9.9.9, 203.0.113.'"
    })
    void a_client_that_names_another_address_each_time_still_has_five_places(String address, String header)
            throws IOException {
        for (int i = 0; i < PLACES; i++) {
            assertThat(open(address, header + i).status()).isEqualTo(101);
        }

        assertThat(open(address, header + 99).status()).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.1, 198.51.100.1",
        "'192.0.2.77, 198.51.100.2', '192.0.2.78, 198.51.100.2'",
        "'198.51.100.3, 127.9.9.9', 198.51.100.3",
        "'garbage, 198.51.100.4', '1.2.3.4.5, 198.51.100.4:4711'",
        "2001:db8:1:1::1, '[2001:db8:1:1:ffff::2]:80'",
        "::ffff:198.51.100.5, 198.51.100.5"
    })
    void behind_the_proxy_five_places_are_those_of_the_client_it_speaks_for(String chain, String otherSpelling)
            throws IOException {
        for (int i = 0; i < PLACES; i++) {
            assertThat(open(PROXY, "X-Forwarded-For: " + chain).status()).isEqualTo(101);
        }

        assertThat(open(PROXY, "X-Forwarded-For: " + chain).status()).isEqualTo(429);
        assertThat(open(PROXY, "X-Forwarded-For: " + otherSpelling).status()).isEqualTo(429);
        assertThat(open(PROXY, "X-Forwarded-For: 203.0.113.200").status()).isEqualTo(101);
    }

    @Test
    void what_nobody_can_read_is_counted_as_the_proxy_itself() throws IOException {
        String[] unreadable = {"garbage", "unknown", "198.51.100.256", "' or 1=1", "198.51.100.6, garbage"};
        for (String chain : unreadable) {
            assertThat(open(PROXY, "X-Forwarded-For: " + chain).status()).isEqualTo(101);
        }

        assertThat(open(PROXY, "X-Forwarded-For: still garbage").status()).isEqualTo(429);
        assertThat(open(PROXY, "X-Forwarded-For: 198.51.100.7").status()).isEqualTo(101);
    }

    @Test
    void headers_that_the_house_does_not_use_are_not_believed_from_the_proxy_either() throws IOException {
        for (int i = 0; i < PLACES; i++) {
            assertThat(open(PROXY, "Forwarded: for=203.0.113." + i, "X-Forwarded-For: 198.51.100.8")
                            .status())
                    .isEqualTo(101);
        }

        assertThat(open(PROXY, "Forwarded: for=203.0.113.99", "X-Forwarded-For: 198.51.100.8")
                        .status())
                .isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.101.1, https, market.example, https://market.example, 101",
        "198.51.101.2, https, market.example, http://market.example, 403",
        "198.51.101.3, http, market.example, http://market.example, 101",
        "198.51.101.4, https, market.example:8443, https://market.example:8443, 101",
        "198.51.101.5, https, market.example:8443, https://market.example, 403",
        "198.51.101.6, https, market.example, https://evil.example, 403",
        "198.51.101.7, https, 'evil.example, market.example', https://market.example, 101",
        "198.51.101.8, https, 'market.example, evil.example', https://market.example, 403",
        "198.51.101.9, gopher, market.example, https://market.example, 101",
        "198.51.101.10, https, market.example/evil, https://market.example, 403"
    })
    void our_own_host_is_the_one_that_the_proxy_was_asked_for(
            String client, String proto, String host, String origin, int status) throws IOException {
        assertThat(open(
                                PROXY,
                                "X-Forwarded-For: " + client,
                                "X-Forwarded-Proto: " + proto,
                                "X-Forwarded-Host: " + host,
                                "Origin: " + origin)
                        .status())
                .isEqualTo(status);
    }

    private BareClient open(String address, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add(AUTHORIZED);
        BareClient client = BareClient.from(address, server);
        clients.add(client);
        return client.upgrade("/ws/index", all.toArray(String[]::new));
    }
}
