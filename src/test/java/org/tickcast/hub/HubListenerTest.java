package org.tickcast.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickcast.cluster.NodeId;
import org.tickcast.wire.HubError;

/** Whoever counts what the hub does hears of all of it. */
class HubListenerTest {

    private final List<String> heard = new ArrayList<>();
    private final HubWorld world = new HubWorld();
    private final Hub hub = new Hub(
            new NodeId("counted"), HubLimits.DEFAULTS, HouseRules.DEFAULT, world.bus, world.clock, new KeepsAll());

    @Test
    void it_hears_of_messages_by_type_and_of_those_that_made_no_sense() {
        FakeClient ann = world.connect(hub, "ann");

        ann.says("{'type':'ping'}").says("{'type':'dance'}").joins("nowhere");
        world.bus.publish("hub", "hello?");
        world.bus.publish("hub", "{\"event\":\"RoomDeleted\"}");
        world.bus.publish("hub", "{\"event\":\"java.lang.Runtime\"}");

        assertThat(heard)
                .containsExactly(
                        "ping",
                        "unknown-type",
                        "room-not-found",
                        "join_room",
                        "not an event",
                        "not an event",
                        "not an event");
    }

    @Test
    void it_hears_of_what_is_said_in_a_room_over_HTTP_too() {
        makeRoom("hall");
        world.connect(hub, "ann").joins("hall").chats("hall", "hello");

        hub.desk().say(HubWorld.OPERATOR, "hall", "hello");

        assertThat(heard).containsExactly("join_room", "chat", "said chat PT0S", "said room_message PT0S");
    }

    @Test
    void it_hears_of_those_who_are_no_clients() {
        hub.outsiders().heard("{\"type\":\"broadcast\",\"payload\":{\"type\":\"x\"}}");
        hub.outsiders().heard("hello?");

        assertThat(heard).containsExactly("outsider", "outsider without sense");
    }

    @Test
    void it_hears_of_notifications_of_those_that_are_given_up_and_of_broadcasts() {
        for (int i = 0; i <= HubLimits.DEFAULTS.notifications().perUser(); i++) {
            hub.desk().notify(HubWorld.OPERATOR, "ann", "hello");
        }
        hub.desk().broadcast(HubWorld.OPERATOR, "hello");

        assertThat(heard).hasSize(53).endsWith("notified", "dropped 1", "announced");
    }

    @Test
    void it_hears_how_many_rooms_there_are_and_how_many_users_are_online() {
        makeRoom("hall");
        FakeClient ann = world.connect(hub, "ann");
        world.connect(hub, "ann");
        FakeClient bob = world.connect(hub, "bob");
        hub.tick();
        assertThat(heard).containsExactly("1 rooms, 2 online");

        bob.leavesTheNet();
        ann.leavesTheNet();
        hub.desk().deleteRoom(HubWorld.OPERATOR, "hall");
        world.clock.advance(Duration.ofSeconds(5));
        hub.tick();

        assertThat(heard).containsExactly("1 rooms, 2 online", "0 rooms, 1 online");
    }

    private void makeRoom(String id) {
        hub.desk().createRoom(HubWorld.OPERATOR, new RoomSpec(id, id, RoomAccess.PUBLIC));
    }

    private final class KeepsAll implements HubListener {

        @Override
        public void heard(String type) {
            heard.add(type);
        }

        @Override
        public void refused(HubError error) {
            heard.add(error.id());
        }

        @Override
        public void said(String type, Duration onItsWay) {
            heard.add("said " + type + " " + onItsWay);
        }

        @Override
        public void notified() {
            heard.add("notified");
        }

        @Override
        public void notificationsDropped(int dropped) {
            heard.add("dropped " + dropped);
        }

        @Override
        public void announced() {
            heard.add("announced");
        }

        @Override
        public void counted(int rooms, int online) {
            heard.add(rooms + " rooms, " + online + " online");
        }

        @Override
        public void outsider(boolean understood) {
            heard.add(understood ? "outsider" : "outsider without sense");
        }

        @Override
        public void notAnEvent(String words) {
            heard.add("not an event");
        }
    }
}
