package org.tickcast.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.hub.HubWorld.OPERATOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickcast.cluster.Bus;
import org.tickcast.cluster.NodeId;
import org.tickcast.testing.SettableClock;

/** What a node comes to know that starts later than the others, or was alone for a while. */
class KnowledgeTest {

    /** A bus with this node only, whose listener is called by the test. */
    private static final class SteeredBus implements Bus {

        private final AtomicReference<Listener> listener = new AtomicReference<>();
        private final List<String> said = new ArrayList<>();

        @Override
        public void publish(String topic, String message) {
            said.add(message);
            ear().hear(message);
        }

        @Override
        public Subscription subscribe(String topic, Listener listening) {
            listener.set(listening);
            return () -> listener.set(message -> {});
        }

        Listener ear() {
            return listener.get();
        }
    }

    private final SettableClock clock = new SettableClock(HubWorld.START);
    private final SteeredBus hereBus = new SteeredBus();
    private final SteeredBus thereBus = new SteeredBus();
    private final Hub here = hub("here", hereBus);
    private final Hub there = hub("there", thereBus);

    private FakeClient ann = new FakeClient(here, new HubUser("ann", Set.of()));

    @BeforeEach
    void there_is_a_room_and_somebody_in_it() {
        here.desk().createRoom(OPERATOR, new RoomSpec("floor", "The floor", RoomAccess.PUBLIC));
        here.opened(ann);
        ann.joins("floor").chats("floor", "one").chats("floor", "two", "m2");
        here.desk().notify(OPERATOR, "ann", "call home");
        ann.hears();
    }

    @Test
    void who_learns_it_knows_all_that_the_other_does() {
        there().learn(here().known());

        assertThat(there().known()).isNotEmpty().isEqualTo(here().known());
    }

    @Test
    void a_message_that_comes_again_on_the_node_that_learnt_is_the_same() {
        there().learn(here().known());
        FakeClient laptop = new FakeClient(there, new HubUser("ann", Set.of()));
        there.opened(laptop);
        laptop.hears();

        laptop.chats("floor", "two", "m2");

        assertThat(laptop.hearsTypes()).containsExactly("ack");
    }

    @Test
    void clients_hear_once_what_was_said_while_their_node_was_alone() {
        there().learn(here().known());
        FakeClient laptop = new FakeClient(there, new HubUser("ann", Set.of()));
        there.opened(laptop);
        laptop.hears();
        there().alone();

        ann.chats("floor", "three");
        there().learn(here().known());
        there().together();
        there().learn(here().known());

        assertThat(laptop.hears("chat"))
                .singleElement()
                .satisfies(chat -> assertThat(chat).containsEntry("message", "three"));
    }

    @Test
    void what_was_said_alone_is_said_once_has_another_id_and_finds_its_place_afterwards() {
        List<String> known = here().known();
        here().alone();
        int before = hereBus.said.size();
        ann.chats("floor", "alone");
        List<String> aside = List.copyOf(hereBus.said.subList(before, hereBus.said.size()));
        String id = String.valueOf(ann.hearsOne("chat").get("id"));

        here().learn(known);
        here().together();
        aside.forEach(here()::hearAgain);
        there().learn(known);
        aside.forEach(there()::hear);

        assertThat(ann.hears("chat")).isEmpty();
        assertThat(here().known())
                .isEqualTo(there().known())
                .noneMatch(event -> event.contains(id.substring(0, id.indexOf('-'))));
    }

    @Test
    void a_room_that_was_made_alone_stays_with_all_who_are_in_it() {
        List<String> known = here().known();
        here().alone();
        int before = hereBus.said.size();
        here.desk().createRoom(OPERATOR, new RoomSpec("side", "Aside", RoomAccess.PUBLIC));
        ann.joins("side");
        List<String> aside = List.copyOf(hereBus.said.subList(before, hereBus.said.size()));
        ann.hears();

        here().learn(known);
        here().together();
        aside.forEach(here()::hearAgain);
        ann.chats("side", "still here");

        assertThat(ann.hearsTypes()).containsExactly("chat");
    }

    private Bus.Listener here() {
        return hereBus.ear();
    }

    private Bus.Listener there() {
        return thereBus.ear();
    }

    private Hub hub(String name, Bus bus) {
        return new Hub(new NodeId(name), HubLimits.DEFAULTS, HouseRules.DEFAULT, bus, clock, HubListener.NONE);
    }
}
