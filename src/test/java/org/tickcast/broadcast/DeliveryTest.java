package org.tickcast.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.tickcast.testing.DeliveredClient;
import org.tickcast.testing.Delivery;
import org.tickcast.testing.SampleEvents;
import org.tickcast.wire.Channel;

/**
 * Whatever happens, and however clients read, ask, go and come back: each picture that a client puts together is one
 * that the plain channel showed, and at rest it is the present and the checksums say so.
 */
class DeliveryTest {

    private static final BroadcastLimits FEW_FRAMES = new BroadcastLimits(
            Duration.ofMillis(500), Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofSeconds(1), 3);

    /** Two readers of each picture. */
    private static final int CLIENTS = 6;

    /** One thing that happens; its text is what a failure shows. */
    private record Action(String name, Consumer<Delivery> doIt) {

        @Override
        public String toString() {
            return name;
        }
    }

    @Property(tries = 500)
    void every_client_shows_what_the_server_shows(@ForAll("actions") List<Action> actions) {
        Delivery delivery = new Delivery(Long.MAX_VALUE - Duration.ofSeconds(3).toNanos(), FEW_FRAMES);
        for (int i = 0; i < CLIENTS; i++) {
            delivery.join(Channel.PICTURES.get(i % Channel.PICTURES.size()));
        }

        actions.forEach(action -> action.doIt().accept(delivery));
        delivery.comeToRest(Duration.ofMillis(100), Duration.ofSeconds(12));

        assertThat(delivery.clients()).allSatisfy(client -> {
            client.holdToPresent();
            assertThat(client.client().beats()).isPositive();
        });
    }

    @Provide
    Arbitrary<List<Action>> actions() {
        return Arbitraries.frequencyOf(
                        Tuple.of(6, events()),
                        Tuple.of(4, ticks()),
                        Tuple.of(6, ofAClient("reads", DeliveredClient::reads)),
                        Tuple.of(1, ofAClient("reconnects", DeliveredClient::reconnect)),
                        Tuple.of(1, ofAClient("wants it all", client -> client.says("{\"type\":\"resync\"}"))),
                        Tuple.of(1, paces()))
                .list()
                .ofMaxSize(120);
    }

    private static Arbitrary<Action> events() {
        return SampleEvents.any().map(event -> new Action(event.toString(), delivery -> delivery.happens(event)));
    }

    private static Arbitrary<Action> ticks() {
        return Arbitraries.of(10, 40, 200, 500, 2_000)
                .map(millis -> new Action(millis + " ms", stage -> stage.tickAfter(Duration.ofMillis(millis))));
    }

    private static Arbitrary<Action> paces() {
        return Combinators.combine(clients(), Arbitraries.of(0, 1, 3, 100))
                .as((who, pace) -> new Action(
                        who + " wants " + pace + " a second",
                        delivery ->
                                delivery.clients().get(who).says("{\"type\":\"pace\",\"per_second\":" + pace + "}")));
    }

    private static Arbitrary<Action> ofAClient(String name, Consumer<DeliveredClient> what) {
        return clients()
                .map(who -> new Action(
                        who + " " + name,
                        delivery -> what.accept(delivery.clients().get(who))));
    }

    private static Arbitrary<Integer> clients() {
        return Arbitraries.integers().between(0, CLIENTS - 1);
    }
}
