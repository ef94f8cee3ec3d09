package org.tickcast.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.hub.HubWorld.OPERATOR;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one bus are one hub. */
class NodesTest {

    private final HubWorld world = new HubWorld();
    private final Hub here = world.hub;
    private final Hub there = world.anotherNode("n2");

    @BeforeEach
    void both_have_the_same_rooms() {
        here.desk().createRoom(OPERATOR, new RoomSpec("shared", "Shared", RoomAccess.PUBLIC));
        world.passSeconds(1);
    }

    @Test
    void a_message_has_one_id_and_one_order_on_all_nodes() {
        FakeClient ann = world.connect(here, "ann").joins("shared");
        FakeClient bob = world.connect(there, "bob").joins("shared");
        world.passSeconds(3);
        ann.hears();
        bob.hears();

        ann.chats("shared", "one");
        bob.chats("shared", "two");

        assertThat(ann.hears()).hasSize(2).isEqualTo(bob.hears());
    }

    @Test
    void only_the_device_that_said_it_gets_the_acknowledgement() {
        FakeClient phone = world.connect(here, "ann").joins("shared");
        FakeClient laptop = world.connect(there, "ann");
        laptop.hears();
        phone.hears();

        phone.chats("shared", "hello", "m1");

        assertThat(phone.hearsTypes()).containsExactly("ack", "chat");
        assertThat(laptop.hearsTypes()).containsExactly("chat");
    }

    @Test
    void a_message_that_comes_again_over_the_other_node_is_still_the_same() {
        FakeClient phone = world.connect(here, "ann").joins("shared").chats("shared", "hello", "m1");
        Map<String, @Nullable Object> ack = phone.hears("ack").get(0);
        phone.leavesTheNet();

        FakeClient again = world.connect(there, "ann").chats("shared", "hello", "m1");

        assertThat(again.hears()).containsExactly(ack);
    }

    @Test
    void devices_are_counted_on_all_nodes() {
        FakeClient phone = world.connect(here, "ann");

        world.connect(there, "ann");

        assertThat(phone.hearsOne("device_connected")).containsEntry("device_count", 2.0);
    }

    @Test
    void who_moves_from_one_node_to_the_other_was_never_away() {
        FakeClient bob = world.connect(here, "bob").joins("shared");
        FakeClient phone = world.connect(here, "ann").joins("shared");
        world.passSeconds(3);
        bob.hears();

        phone.leavesTheNet();
        world.passSeconds(2);
        world.connect(there, "ann");
        world.passSeconds(30);

        assertThat(bob.hears()).isEmpty();
    }

    @Test
    void when_a_node_dies_those_who_were_on_it_are_offline_after_its_lease_and_no_ghosts() {
        FakeClient ann = world.connect(here, "ann").joins("shared");
        world.connect(there, "bob").joins("shared");
        world.passSeconds(3);
        ann.hears();

        world.nodes.remove(there);
        world.passSeconds(5);
        assertThat(ann.hears()).isEmpty();
        world.passSeconds(5);

        assertThat(ann.hearsTypes()).containsExactly("user_offline");
        assertThat(here.desk().presence(OPERATOR, "shared"))
                .isInstanceOfSatisfying(
                        HubAnswer.Done.class,
                        done -> assertThat(((PresenceState) done.value()).users())
                                .containsExactly("ann"));
    }

    @Test
    void when_a_node_stops_nobody_waits_for_its_lease() {
        FakeClient ann = world.connect(here, "ann").joins("shared");
        world.connect(there, "bob").joins("shared");
        world.passSeconds(3);
        ann.hears();

        world.nodes.remove(there);
        there.stop();
        world.passSeconds(7);

        assertThat(ann.hearsTypes()).containsExactly("user_offline");
    }

    @Test
    void a_node_that_was_given_up_and_comes_back_brings_its_users_along() {
        FakeClient ann = world.connect(here, "ann").joins("shared");
        world.connect(there, "bob").joins("shared");
        world.passSeconds(3);
        world.nodes.remove(there);
        world.passSeconds(30);
        ann.hears();

        world.nodes.add(there);
        world.passSeconds(10);

        assertThat(ann.hears("user_online")).hasSize(1);
    }

    @Test
    void a_node_that_hears_nothing_of_itself_does_not_give_itself_up() {
        HubWorld alone = new HubWorld();
        FakeClient ann = alone.inRoom("ann", "floor");
        FakeClient bob = alone.inRoom("bob", "floor");
        ann.hears();

        alone.passSeconds(120);

        assertThat(ann.hears()).isEmpty();
        assertThat(bob.hears()).isEmpty();
    }

    @Test
    void who_is_put_out_on_one_node_is_out_on_the_other() {
        FakeClient ann = world.connect(there, "ann").joins("shared");
        ann.hears();

        here.desk().removeMember(OPERATOR, "shared", "ann");

        ann.hearsOne("room_removed");
        ann.chats("shared", "hello?");
        assertThat(ann.hearsError()).isEqualTo("not-a-member");
    }

    @Test
    void a_notification_finds_its_user_on_any_node_and_one_acknowledgement_is_for_all() {
        FakeClient phone = world.connect(here, "ann");
        FakeClient laptop = world.connect(there, "ann");
        phone.hears();

        here.desk().notify(OPERATOR, "ann", "hello");
        String id = String.valueOf(laptop.hearsOne("notification").get("id"));
        phone.hearsOne("notification");
        laptop.says("{'type':'notification_ack','id':'" + id + "'}");

        phone.hearsOne("notification_acked");
        assertThat(world.connect(here, "ann").hears()).isEmpty();
    }
}
