package org.tickcast.it.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.TickcastWar;

/** Who is on this socket? The container shares much between the handshakes of one endpoint, and must not share that. */
@ExtendWith(ArquillianExtension.class)
class IdentityIT {

    private static final int CROWD = 500;

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @Test
    void five_hundred_simultaneous_handshakes_each_end_up_with_their_own_identity() throws Exception {
        CountDownLatch allConnected = new CountDownLatch(CROWD);
        ExecutorService crowd = Executors.newFixedThreadPool(CROWD);
        try {
            List<Callable<Answer>> clients = new ArrayList<>();
            for (int i = 0; i < CROWD; i++) {
                String address = "127.3." + i / 250 + "." + (1 + i % 250);
                boolean knowsTheToken = i % 2 == 0;
                clients.add(() -> ask(address, knowsTheToken, allConnected));
            }

            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> client : crowd.invokeAll(clients)) {
                answers.add(client.get());
            }

            assertThat(answers).hasSize(CROWD).allSatisfy(answer -> {
                assertThat(answer.status()).isEqualTo(answer.knewTheToken() ? 101 : 401);
                assertThat(answer.takenFor()).isEqualTo(answer.knewTheToken() ? answer.address() : "nobody");
            });
        } finally {
            crowd.shutdownNow();
        }
    }

    private Answer ask(String address, boolean knowsTheToken, CountDownLatch allConnected) throws Exception {
        try (BareClient client = BareClient.from(address, server)) {
            allConnected.countDown();
            assertThat(allConnected.await(30, TimeUnit.SECONDS)).isTrue();
            client.upgrade("/ws/test/who-am-i?token=" + (knowsTheToken ? TickcastWar.TOKEN : "wrong"));
            return new Answer(address, knowsTheToken, client.status(), client.isOpen() ? client.text() : "nobody");
        }
    }

    private record Answer(String address, boolean knewTheToken, int status, String takenFor) {}
}
