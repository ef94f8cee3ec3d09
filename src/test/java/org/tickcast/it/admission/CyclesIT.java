package org.tickcast.it.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.PictureClient;
import org.tickcast.testing.server.TestedServer;
import org.tickcast.testing.server.TickcastWar;
import org.tickcast.testing.server.TyrusClient;

/**
 * Sockets come and go by the thousand, in every way in which one can end, and nothing is left of them. For a hundred
 * thousand: {@code -Dtickcast.test.cycles=100000}.
 */
@ExtendWith(ArquillianExtension.class)
class CyclesIT {

    private static final int USUAL = 2_000;
    private static final int CYCLES = Integer.getInteger("tickcast.test.cycles", USUAL);
    private static final int THREADS = 4;
    private static final int WARM_UP = 500;
    private static final int BYTES_TO_SPARE = 8_000_000;
    private static final int MOST_LOOKS = 200;
    private static final String AUTHORIZED = "Authorization: Bearer " + TickcastWar.TOKEN;
    private static final String[] CHANNELS = {"/ws/market", "/ws/foreign", "/ws/index", "/ws/alerts"};

    private static final List<String> OF_EACH_SOCKET = List.of(
            "org.tickcast.socket.OpenSocket",
            "org.tickcast.socket.PlainClient",
            "org.tickcast.socket.VersionedClient",
            "org.tickcast.socket.SocketSender",
            "org.tickcast.broadcast.Seat",
            "org.tickcast.broadcast.Mailbox",
            "org.tickcast.broadcast.Outbox");

    /** Some hundred are in objects that a server keeps to use them again. */
    private static final String OF_EACH_HANDSHAKE = "org.tickcast.socket.Handshake";

    private static final int MOST_REMEMBERED = 1_000;

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    @TargetsContainer("impatient")
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @Test
    void nothing_is_left_of_sockets_that_have_come_and_gone() throws Exception {
        try (TyrusClient heap = new TyrusClient(server, "/test/heap")) {
            comeAndGo(WARM_UP);
            awaitNothingLeft(heap);
            long before = bytes(heap);

            comeAndGo(CYCLES);

            awaitNothingLeft(heap);
            if (CYCLES > USUAL) {
                awaitForgotten(heap, before + BYTES_TO_SPARE);
            }
        }
    }

    private void comeAndGo(int cycles) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Integer>> visits = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                visits.add(() -> comeAndGo(number, cycles / THREADS));
            }
            for (Future<Integer> visit : crowd.invokeAll(visits)) {
                assertThat(visit.get()).isEqualTo(cycles / THREADS);
            }
        } finally {
            crowd.shutdownNow();
        }
    }

    private int comeAndGo(int thread, int cycles) throws IOException {
        int done = 0;
        for (int i = 0; i < cycles; i++) {
            String address = "127.10." + thread + "." + (1 + i % 250);
            comeAndGo(BareClient.from(address, server), CHANNELS[i % 4], i / 4);
            done++;
        }
        return done;
    }

    private static void comeAndGo(BareClient client, String channel, int way) throws IOException {
        String protocol = way % 2 == 0 ? PictureClient.OFFER : "Accept: text/plain";
        switch (way % 6) {
            case 0, 1 -> sayGoodbye(client.upgrade(channel, AUTHORIZED, protocol));
            case 2 -> client.upgrade(channel, AUTHORIZED, protocol).vanish();
            case 3 -> client.upgrade(channel, AUTHORIZED, protocol).close();
            case 4 -> client.goAwayAfterAsking(channel, AUTHORIZED, protocol);
            default -> {
                client.upgrade(channel, AUTHORIZED, protocol).sendBinary(new byte[] {1});
                client.closeCode();
                client.close();
            }
        }
    }

    private static void sayGoodbye(BareClient client) throws IOException {
        if (TestedServer.isWildFly()) {
            client.sayGoodbyeAndGo(); // Not always answered.
        } else {
            client.sayGoodbye();
        }
    }

    /** Each look is a garbage collection. Ended connections are kept in sight for two seconds. */
    private static void awaitNothingLeft(TyrusClient heap) throws Exception {
        String none = OF_EACH_SOCKET.stream().map(name -> "0").reduce("", (a, b) -> a.isEmpty() ? b : a + " " + b);
        String left = "";
        for (int i = 0; i < MOST_LOOKS && !left.equals(none); i++) {
            left = ask(heap, String.join(" ", OF_EACH_SOCKET));
        }
        assertThat(Arrays.asList(left.split(" ", -1)))
                .as("left of %s", OF_EACH_SOCKET)
                .containsOnly("0");
    }

    /** Payara keeps what is below a socket for the 30 seconds that it might have been idle: too long for every day. */
    private static void awaitForgotten(TyrusClient heap, long enough) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        long bytes = bytes(heap);
        long handshakes = Long.parseLong(ask(heap, OF_EACH_HANDSHAKE));
        while ((bytes > enough || handshakes > MOST_REMEMBERED) && System.nanoTime() - deadline < 0) {
            bytes = bytes(heap);
            handshakes = Long.parseLong(ask(heap, OF_EACH_HANDSHAKE));
        }
        assertThat(bytes).as("bytes after %d sockets", CYCLES).isLessThanOrEqualTo(enough);
        assertThat(handshakes).as("handshakes of %d sockets", CYCLES).isLessThanOrEqualTo(MOST_REMEMBERED);
    }

    private static long bytes(TyrusClient heap) throws Exception {
        return Long.parseLong(ask(heap, "Total"));
    }

    private static String ask(TyrusClient heap, String what) throws Exception {
        heap.send(what);
        return heap.next();
    }
}
