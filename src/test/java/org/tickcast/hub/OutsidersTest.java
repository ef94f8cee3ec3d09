package org.tickcast.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickcast.testing.PlainJson;

/** Two nodes, each of which hears what is published by who is no client. */
class OutsidersTest {

    private final HubWorld world = new HubWorld();
    private final Hub other = world.anotherNode("n2");
    private final List<Outsiders> channel = List.of(world.hub.outsiders(), other.outsiders());

    @BeforeEach
    void a_room_that_both_know() {
        world.hub.desk().furnish(List.of(new RoomSpec("pit", "The pit", RoomAccess.PUBLIC)));
    }

    @Test
    void everybody_on_every_node_is_told_once() {
        FakeClient here = world.connect("ann");
        FakeClient there = world.connect(other, "bob");
        hears(here, there);

        assertThat(published("{'type':'broadcast','payload':{'type':'notification','payload':{'message':'late'}}}"))
                .containsExactly(true, true);

        assertThat(PlainJson.text(here.hearsOne("notification"), "message")).isEqualTo("late");
        assertThat(PlainJson.text(there.hearsOne("notification"), "message")).isEqualTo("late");
    }

    @Test
    void one_user_is_told_on_all_his_devices_and_nobody_else() {
        FakeClient phone = world.connect("ann");
        FakeClient desk = world.connect(other, "ann");
        FakeClient bob = world.connect(other, "bob");
        hears(phone, desk, bob);

        published("{'type':'user_message','user_id':'ann','payload':{'type':'notification','message':'you'}}");

        phone.hearsOne("notification");
        desk.hearsOne("notification");
        assertThat(bob.hears()).isEmpty();
    }

    @Test
    void the_members_of_a_room_are_told_wherever_they_are_and_nothing_of_it_is_remembered() {
        FakeClient here = world.connect("ann").joins("pit");
        FakeClient there = world.connect(other, "bob").joins("pit");
        FakeClient outside = world.connect("eve");
        hears(here, there, outside);

        published("{'type':'room_message','room_id':'pit','payload':"
                + "{'type':'chat','payload':{'message':'hi','from':'bob'}}}");

        Map<String, ?> heard = here.hearsOne("chat");
        assertThat(heard.get("from")).isEqualTo("outside:bob");
        assertThat(heard.get("room_id")).isEqualTo("pit");
        there.hearsOne("chat");
        assertThat(outside.hears()).isEmpty();
        here.says("{'type':'history','payload':{'room_id':'pit'}}");
        assertThat(PlainJson.asList(PlainJson.asObject(here.hearsOne("history").get("payload"))
                        .get("messages")))
                .isEmpty();
    }

    @Test
    void what_makes_no_sense_is_told_nobody() {
        FakeClient ann = world.connect("ann").joins("pit");
        hears(ann);

        assertThat(published("{'type':'room_message','room_id':'nowhere','payload':{'type':'x'}}"))
                .containsExactly(false, false);
        assertThat(published("{'type':'broadcast','payload':{'type':'ack'}}")).containsExactly(false, false);
        assertThat(published("nonsense")).containsExactly(false, false);

        assertThat(ann.hears()).isEmpty();
    }

    private List<Boolean> published(String text) {
        return channel.stream().map(node -> node.heard(text.replace('\'', '"'))).toList();
    }

    private static void hears(FakeClient... clients) {
        for (FakeClient client : clients) {
            client.hears();
        }
    }
}
