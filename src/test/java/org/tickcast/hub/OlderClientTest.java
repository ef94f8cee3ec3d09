package org.tickcast.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.PlainJson.asObject;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A client that was written for an older server: it pings every 30 s, names no message, says who it is, knows the fields
 * of some types in the payload and of others beside it, and comes back after 1, 2, 4, 8 and 16 s.
 */
class OlderClientTest {

    private final HubWorld world = new HubWorld();

    @Test
    void it_is_answered_in_the_words_it_knows() {
        FakeClient old = world.connect("ann");

        old.says("{'type':'join_room','payload':{'room_id':'floor'},'timestamp':1234567890}");
        old.says("{'type':'ping'}");
        old.says("{'type':'chat','payload':{'room_id':'floor','message':'hello','from':'ann'},'timestamp':1234567890}");

        assertThat(old.hears("pong")).containsExactly(Map.of("type", "pong"));
    }

    @Test
    void it_finds_a_chat_in_the_payload_and_events_of_the_server_beside_it() {
        FakeClient old = world.inRoom("ann", "floor");
        FakeClient bob = world.connect("bob").joins("floor");
        world.passSeconds(1);
        bob.chats("floor", "hello");
        world.connect("ann");

        List<Map<String, @Nullable Object>> heard = old.hears();
        Map<String, @Nullable Object> joined = heard.get(0);
        Map<String, @Nullable Object> chat = asObject(heard.get(1).get("payload"));
        Map<String, @Nullable Object> device = heard.get(2);

        assertThat(joined).containsEntry("type", "user_joined").containsEntry("user_id", "bob");
        assertThat(joined).containsEntry("room_id", "floor");
        assertThat(chat)
                .containsEntry("from", "bob")
                .containsEntry("message", "hello")
                .containsEntry("room_id", "floor");
        assertThat(device).containsEntry("type", "device_connected").containsEntry("device_count", 2.0);
    }

    @Test
    void its_first_two_attempts_to_come_back_are_no_event_for_the_others() {
        FakeClient bob = world.inRoom("bob", "floor");
        FakeClient old = world.inRoom("ann", "floor");
        bob.hears();

        for (int pause : new int[] {1, 2}) {
            old.leavesTheNet();
            world.passSeconds(pause);
            old = world.connect("ann").joins("floor");
        }
        world.passSeconds(10);

        assertThat(bob.hears()).isEmpty();
    }

    @Test
    void it_finds_the_words_of_an_error_in_either_place() {
        FakeClient old = world.connect("ann").says("{'type':'wave'}");

        Map<String, @Nullable Object> error = old.hearsOne("error");

        assertThat(error).containsEntry("message", "Unknown message type: wave");
        assertThat(asObject(error.get("payload"))).containsEntry("message", "Unknown message type: wave");
    }
}
