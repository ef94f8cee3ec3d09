package org.tickcast.it.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.PictureClient;
import org.tickcast.testing.server.Places;
import org.tickcast.testing.server.TickcastWar;

/** A client is pinged after a second of silence and has two more to answer, on a channel on which nothing happens. */
abstract class Heartbeats {

    private static final String AUTHORIZED = "Authorization: Bearer " + TickcastWar.TOKEN;
    private static final String PLAIN = "Accept: text/plain";
    private static final int PLACES = 5;

    private final ExecutorService clients = Executors.newCachedThreadPool();

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @AfterEach
    void everybodyLeaves() {
        clients.shutdownNow();
    }

    @Test
    void who_shows_nothing_is_closed_and_who_answers_or_says_anything_stays() throws Exception {
        try (BareClient answering = open("127.8.0.1", PLAIN);
                BareClient talking = open("127.8.0.2", PLAIN).mute();
                BareClient mute = open("127.8.0.3", PLAIN).mute();
                BareClient muteVersioned =
                        open("127.8.0.3", PictureClient.OFFER).mute();
                BareClient unreachable = open("127.8.0.4", PLAIN).mute();
                Places places = new Places(server)) {
            Future<Integer> end = clients.submit(mute::closeCode);
            Future<Integer> versionedEnd = clients.submit(muteVersioned::closeCode);
            Future<Boolean> answers = clients.submit(() -> hearPingsUntilOver(answering, end, versionedEnd));
            while (!end.isDone() || !versionedEnd.isDone()) {
                awaitPing(talking);
                talking.sendText("I am here");
            }

            assertThat(end.get()).isEqualTo(4100);
            assertThat(versionedEnd.get()).isEqualTo(4100);
            assertThat(answers.get()).isTrue();
            assertThat(places.heldBy("127.8.0.1")).isEqualTo(1);
            assertThat(places.heldBy("127.8.0.2")).isEqualTo(1);
            places.await("127.8.0.3", 0);
            places.await("127.8.0.4", 0);
            unreachable.awaitEnd();
        }
    }

    @Test
    void a_plain_client_is_also_sent_a_binary_ping_where_that_is_set_and_one_of_v1_is_not() throws Exception {
        try (BareClient plain = open("127.8.0.5", PLAIN);
                BareClient versioned = open("127.8.0.5", PictureClient.OFFER)) {
            Future<List<String>> heard = clients.submit(() -> List.of(versioned.signOfLife(), versioned.signOfLife()));
            awaitSign(plain, "binary ping");
            awaitSign(plain, "ping ");
            awaitSign(plain, "binary ping");

            assertThat(heard.get()).containsOnly("ping ");
        }
    }

    @Test
    void who_says_that_it_will_say_nothing_any_more_is_gone() throws Exception {
        List<BareClient> halfClosed = new ArrayList<>();
        try (Places places = new Places(server)) {
            for (int i = 0; i < PLACES; i++) {
                halfClosed.add(open("127.8.0.6", i % 2 == 0 ? PLAIN : PictureClient.OFFER));
            }
            assertThat(places.heldBy("127.8.0.6")).isEqualTo(PLACES);

            for (BareClient client : halfClosed) {
                client.stopTalking();
            }

            places.await("127.8.0.6", 0);
            for (BareClient client : halfClosed) {
                client.awaitEnd();
            }
        } finally {
            for (BareClient client : halfClosed) {
                client.close();
            }
        }
    }

    @Test
    void a_polite_ping_is_answered_with_what_is_in_it() throws Exception {
        try (BareClient client = open("127.8.0.7", PictureClient.OFFER)) {
            for (int i = 0; i < 20; i++) {
                client.sendPing("ping " + i);
                awaitSign(client, "pong ping " + i);
            }
        }
    }

    @Test
    void who_pings_without_end_and_reads_no_answer_is_closed_and_nobody_else_notices() throws Exception {
        try (BareClient flooding = flooding();
                BareClient bystander = open("127.8.0.9", PictureClient.OFFER);
                Places places = new Places(server)) {
            Future<?> flood = clients.submit(() -> floodUntilOver(flooding));
            for (int i = 0; places.heldBy("127.8.0.8") > 0 && i < 10_000; i++) {
                bystander.sendPing("ping " + i);
                awaitSign(bystander, "pong ping " + i);
            }
            places.await("127.8.0.8", 0);

            flood.get(20, TimeUnit.SECONDS);
        }
    }

    private BareClient open(String address, String protocol) throws IOException {
        BareClient client = BareClient.from(address, server).upgrade("/ws/alerts", AUTHORIZED, protocol);
        assertThat(client.status()).isEqualTo(101);
        return client;
    }

    private BareClient flooding() throws IOException {
        return BareClient.withLittleRoom("127.8.0.8", server).upgrade("/ws/alerts", AUTHORIZED);
    }

    private static void floodUntilOver(BareClient client) {
        try {
            for (int i = 0; i < 1_000_000; i++) {
                client.sendPingsAtOnce(100);
            }
        } catch (IOException over) {
            // It was closed, as it should be.
        }
    }

    private static boolean hearPingsUntilOver(BareClient client, Future<?>... ends) throws IOException {
        for (Future<?> end : ends) {
            while (!end.isDone()) {
                awaitPing(client);
            }
        }
        awaitPing(client);
        return true;
    }

    private static void awaitPing(BareClient client) throws IOException {
        awaitSign(client, "ping ");
    }

    private static void awaitSign(BareClient client, String wanted) throws IOException {
        for (int i = 0; i < 100; i++) {
            if (client.signOfLife().equals(wanted)) {
                return;
            }
        }
        throw new IOException("A hundred signs of life, and none is " + wanted);
    }
}
