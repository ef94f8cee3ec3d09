package org.tickcast.it.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.TestedServer;
import org.tickcast.testing.server.TickcastWar;

/** An address has five places, and gets each of them back however its socket ended. */
@ExtendWith(ArquillianExtension.class)
class PlacesIT {

    private static final int PLACES = 5;
    private static final String AUTHORIZED = "Authorization: Bearer " + TickcastWar.TOKEN;
    private static final String[] CHANNELS = {"/ws/market", "/ws/foreign", "/ws/index"};

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

    @Test
    void the_sixth_socket_of_an_address_is_refused_on_whichever_channel_it_comes() throws IOException {
        fillUp("127.2.0.1");

        for (String channel : CHANNELS) {
            BareClient sixth = open("127.2.0.1", channel);
            assertThat(sixth.status()).isEqualTo(429);
            assertThat(sixth.header("Retry-After")).isEqualTo("5");
            assertThat(sixth.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(sixth.body()).contains("\"status\":429").contains("\"code\":\"address-limit\"");
        }
    }

    @Test
    void another_address_is_not_concerned() throws IOException {
        fillUp("127.2.0.2");

        assertThat(open("127.2.0.3", "/ws/market").isOpen()).isTrue();
    }

    @Test
    void a_full_address_comes_in_again_when_one_of_its_sockets_has_closed() throws IOException {
        fillUp("127.2.0.4");

        clients.get(0).sayGoodbye();

        awaitPlace("127.2.0.4");
        assertThat(open("127.2.0.4", "/ws/market").status()).isEqualTo(429);
    }

    @Test
    void a_refused_handshake_takes_no_place() throws IOException {
        for (int i = 0; i < 3 * PLACES; i++) {
            BareClient wrong = client("127.2.0.5").upgrade("/ws/market?token=wrong");
            assertThat(wrong.status()).isEqualTo(401);
        }

        fillUp("127.2.0.5");
    }

    @Test
    void a_handshake_that_fails_half_way_takes_no_place() throws IOException {
        for (int i = 0; i < 3 * PLACES; i++) {
            BareClient nowhere = client("127.2.0.6").upgrade("/ws/nowhere", AUTHORIZED);
            assertThat(nowhere.status()).isEqualTo(404);
            client("127.2.0.6").goAwayAfterAsking("/ws/market", AUTHORIZED);
        }

        awaitAllPlaces("127.2.0.6");
    }

    @Test
    void a_client_that_vanishes_without_a_word_leaves_its_place() throws IOException {
        fillUp("127.2.0.7");

        for (BareClient client : clients) {
            client.vanish();
        }

        awaitAllPlaces("127.2.0.7");
    }

    @Test
    void a_handshake_that_never_becomes_a_socket_of_ours_is_missed_in_the_end() throws IOException {
        for (int i = 0; i < PLACES; i++) {
            // This endpoint never claims its place, as if the upgrade had been lost on the way.
            assertThat(open("127.2.0.11", "/ws/test/who-am-i").isOpen()).isTrue();
        }
        assertThat(open("127.2.0.11", "/ws/index").status()).isEqualTo(429);

        awaitAllPlaces("127.2.0.11");
    }

    @Test
    void a_socket_that_the_server_closes_leaves_its_place() throws IOException {
        fillUp("127.2.0.8");

        for (BareClient client : clients) {
            client.sendBinary(new byte[] {1});
            assertThat(client.closeCode()).isEqualTo(1003);
        }

        awaitAllPlaces("127.2.0.8");
    }

    @Test
    void two_thousand_sockets_later_every_place_is_free() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            BareClient client = BareClient.from("127.2.0.9", server).upgrade(CHANNELS[i % 3], AUTHORIZED);
            switch (client.isOpen() ? i % 3 : -1) {
                case 0 -> sayGoodbye(client);
                case 1 -> client.vanish();
                default -> client.close();
            }
        }

        awaitAllPlaces("127.2.0.9");
    }

    /** WildFly never answers one of a thousand goodbyes that meet the very first frame; the place is free all the same. */
    private static void sayGoodbye(BareClient client) throws IOException {
        if (TestedServer.isWildFly()) {
            client.sayGoodbyeAndGo();
        } else {
            client.sayGoodbye();
        }
    }

    @Test
    void simultaneous_handshakes_get_no_place_too_many_and_lose_none() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(40);
        try {
            List<Callable<BareClient>> attempts = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                attempts.add(() -> open("127.2.0.10", "/ws/index"));
            }

            int admitted = 0;
            for (Future<BareClient> attempt : crowd.invokeAll(attempts)) {
                admitted += attempt.get().isOpen() ? 1 : 0;
            }

            assertThat(admitted).isEqualTo(PLACES);
        } finally {
            crowd.shutdownNow();
        }
        everybodyLeaves();
        awaitAllPlaces("127.2.0.10");
    }

    private void fillUp(String address) throws IOException {
        for (int i = 0; i < PLACES; i++) {
            assertThat(open(address, CHANNELS[i % 3]).status()).isEqualTo(101);
        }
    }

    private BareClient open(String address, String channel) throws IOException {
        return client(address).upgrade(channel, AUTHORIZED);
    }

    private BareClient client(String address) throws IOException {
        BareClient client = BareClient.from(address, server);
        synchronized (clients) {
            clients.add(client);
        }
        return client;
    }

    /** The server hears of an end a moment after the client: so we ask until it lets us in. */
    private void awaitPlace(String address) throws IOException {
        Instant deadline = Instant.now().plusSeconds(30);
        while (Instant.now().isBefore(deadline)) {
            BareClient client = BareClient.from(address, server).upgrade("/ws/index", AUTHORIZED);
            if (client.isOpen()) {
                clients.add(client);
                return;
            }
            client.close();
        }
        throw new AssertionError("No place became free for " + address);
    }

    /** Exactly all of them: one more would mean that a place was given back twice. */
    private void awaitAllPlaces(String address) throws IOException {
        for (int i = 0; i < PLACES; i++) {
            awaitPlace(address);
        }
        assertThat(open(address, "/ws/index").status()).isEqualTo(429);
    }
}
