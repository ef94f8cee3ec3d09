package org.tickcast.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tickcast.wire.CloseCode;

/** What clients say that makes no sense: each is told what is wrong, and nobody else notices. */
class BadInputTest {

    @Test
    void an_unknown_type_is_answered_and_the_socket_stays_however_often_it_is_said() {
        HubWorld world = new HubWorld();
        FakeClient ann = world.inRoom("ann", "floor");

        for (int i = 0; i < 100; i++) {
            ann.says("{'type':'dance'}");
        }

        assertThat(ann.hears())
                .hasSize(100)
                .allSatisfy(frame -> assertThat(frame)
                        .containsEntry("type", "error")
                        .containsEntry("code", "unknown-type")
                        .containsEntry("message", "Unknown message type: dance"));
        assertThat(ann.closed()).isNull();
        ann.says("{'type':'ping'}");
        assertThat(ann.hearsTypes()).containsExactly("pong");
    }

    @Test
    void an_error_has_its_fields_in_the_payload_and_beside_it_and_repeats_whose_it_is() {
        FakeClient ann = new HubWorld().connect("ann");

        ann.says("{'type':'chat','message_id':'m1','payload':{'room_id':'floor'}}");

        assertThat(ann.hearsOne("error")).satisfies(error -> {
            assertThat(error)
                    .containsEntry("code", "bad-field")
                    .containsEntry("message", "message must be a text")
                    .containsEntry("request", "chat")
                    .containsEntry("room_id", "floor")
                    .containsEntry("message_id", "m1");
            assertThat(error.get("payload")).asString().contains("bad-field", "message must be a text", "m1");
        });
    }

    @Test
    void ten_messages_in_a_row_that_are_no_JSON_close_the_socket() {
        HubWorld world = new HubWorld();
        FakeClient ann = world.inRoom("ann", "floor");
        FakeClient bob = world.inRoom("bob", "floor");
        ann.hears();

        for (int i = 0; i < 9; i++) {
            ann.says("hello?");
        }
        ann.says("{'type':'ping'}");
        for (int i = 0; i < 9; i++) {
            ann.says("hello?");
        }
        assertThat(ann.closed()).isNull();
        ann.says("hello?");

        assertThat(ann.closed()).isEqualTo(CloseCode.BAD_REQUEST);
        assertThat(bob.hears()).isEmpty();
    }

    @Test
    void who_is_closed_is_heard_no_more_and_closing_again_changes_nothing() {
        HubWorld world = new HubWorld();
        FakeClient ann = world.inRoom("ann", "floor");
        FakeClient bob = world.inRoom("bob", "floor");
        ann.leavesTheNet();
        ann.leavesTheNet();
        bob.hears();

        ann.chats("floor", "a ghost");
        ann.says("{'type':'ping'}");

        assertThat(ann.hears("chat", "pong")).isEmpty();
        assertThat(bob.hears()).isEmpty();
    }

    @Property(tries = 500)
    void whatever_is_said_everybody_else_is_fine(@ForAll("messages") List<String> messages) {
        HubWorld world = new HubWorld();
        FakeClient bob = world.inRoom("bob", "floor");
        FakeClient ann = world.connect("ann");

        messages.forEach(ann::says);
        world.passSeconds(3);
        bob.hears();
        bob.chats("floor", "still here", "marker");

        assertThat(bob.hears("ack")).hasSize(1);
    }

    @Provide
    Arbitrary<List<String>> messages() {
        Arbitrary<String> types = Arbitraries.of(
                "chat",
                "room_message",
                "join_room",
                "leave_room",
                "typing",
                "ping",
                "history",
                "members",
                "presence",
                "rooms",
                "notification_ack",
                "pong",
                "user_joined",
                "ack",
                "error");
        Arbitrary<String> rooms = Arbitraries.of("'floor'", "'desk'", "'nowhere'", "5", "null", "{}", "''");
        Arbitrary<String> texts = Arbitraries.of("'hi'", "''", "'\\u0000'", "'\\ud800'", "[]", "7", "null");
        Arbitrary<String> ids = Arbitraries.of("'m1'", "'m2'", "'a-1'", "1", "null", "'" + "x".repeat(100) + "'");
        return Combinators.combine(types, rooms, texts, ids)
                .as((type, room, text, id) -> "{'type':'" + type + "','message_id':" + id + ",'payload':{'room_id':"
                        + room + ",'message':" + text + ",'after':" + id + ",'id':" + id + ",'since':" + id + "}}")
                .list()
                .ofMaxSize(25);
    }
}
