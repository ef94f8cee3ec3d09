package org.tickcast.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.PlainJson.asList;
import static org.tickcast.testing.PlainJson.asObject;
import static org.tickcast.testing.PlainJson.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private final HubWorld world = new HubWorld();

    @Test
    void a_message_reaches_everybody_in_the_room_its_sender_too_and_nobody_else() {
        FakeClient ann = world.inRoom("ann", "floor");
        FakeClient bob = world.inRoom("bob", "floor");
        FakeClient cleo = world.connect("cleo");
        ann.hears();

        ann.chats("floor", "hello");

        Map<String, @Nullable Object> heard = bob.hearsOne("chat");
        assertThat(heard)
                .containsEntry("from", "ann")
                .containsEntry("message", "hello")
                .containsEntry("room_id", "floor")
                .containsEntry("timestamp", (double) world.clock.instant().getEpochSecond())
                .containsKey("id");
        assertThat(asObject(heard.get("payload"))).containsEntry("from", "ann").containsEntry("message", "hello");
        assertThat(ann.hearsOne("chat")).isEqualTo(heard);
        assertThat(cleo.hears()).isEmpty();
    }

    @Test
    void a_room_message_is_told_as_such() {
        FakeClient ann = world.inRoom("ann", "floor");

        ann.says("{'type':'room_message','payload':{'room_id':'floor','message':'hello'}}");

        assertThat(ann.hearsOne("room_message")).containsEntry("message", "hello");
    }

    @Test
    void nobody_speaks_as_somebody_else() {
        FakeClient ann = world.inRoom("ann", "floor");

        ann.says("{'type':'chat','from':'root','payload':{'room_id':'floor','message':'hi','from':'root'}}");

        Map<String, @Nullable Object> heard = ann.hearsOne("chat");
        assertThat(heard).containsEntry("from", "ann");
        assertThat(asObject(heard.get("payload"))).containsEntry("from", "ann");
    }

    @Test
    void what_looks_like_a_program_is_text() {
        FakeClient ann = world.inRoom("ann", "floor");
        String program = "<script>alert(1)</script> ${7*7} %s {{x}}";

        ann.chats("floor", program);

        assertThat(ann.hearsOne("chat")).containsEntry("message", program);
    }

    @Test
    void a_message_with_a_name_is_acknowledged_with_the_id_that_it_has_for_all() {
        FakeClient ann = world.inRoom("ann", "floor");

        ann.chats("floor", "hello", "m1");

        List<Map<String, @Nullable Object>> heard = ann.hears();
        assertThat(heard).extracting(frame -> frame.get("type")).containsExactly("ack", "chat");
        assertThat(heard.get(0))
                .containsEntry("message_id", "m1")
                .containsEntry("room_id", "floor")
                .containsEntry("id", heard.get(1).get("id"));
    }

    @Test
    void the_same_message_again_is_acknowledged_again_and_not_said_again() {
        FakeClient ann = world.inRoom("ann", "floor");
        Map<String, @Nullable Object> first =
                ann.chats("floor", "hello", "m1").hears("ack").get(0);

        world.passSeconds(299);
        ann.chats("floor", "hello", "m1");

        assertThat(ann.hears()).containsExactly(first);
    }

    @Test
    void the_same_name_with_another_text_or_for_another_room_is_refused() {
        FakeClient ann = world.inRoom("ann", "floor");
        world.hub.desk().setMember(HubWorld.OPERATOR, "desk", "ann", RoomRole.MEMBER);
        ann.chats("floor", "hello", "m1").hears();

        ann.chats("floor", "good bye", "m1");
        assertThat(ann.hearsOne("error"))
                .containsEntry("code", "message-id-reused")
                .containsEntry("message_id", "m1");
        ann.chats("desk", "hello", "m1");
        assertThat(ann.hearsError()).isEqualTo("message-id-reused");
    }

    @Test
    void the_same_message_from_another_device_or_after_a_reconnect_is_still_the_same() {
        FakeClient phone = world.inRoom("ann", "floor");
        phone.chats("floor", "hello", "m1");
        phone.leavesTheNet();

        FakeClient again = world.connect("ann").chats("floor", "hello", "m1");

        assertThat(again.hearsTypes()).containsExactly("ack");
    }

    @Test
    void another_user_may_use_the_same_name() {
        FakeClient ann = world.inRoom("ann", "floor");
        FakeClient bob = world.inRoom("bob", "floor");
        ann.chats("floor", "hello", "m1");
        bob.hears();

        bob.chats("floor", "hello yourself", "m1");

        assertThat(bob.hearsTypes()).containsExactly("ack", "chat");
    }

    @Test
    void after_five_minutes_a_name_is_free_again() {
        FakeClient ann = world.inRoom("ann", "floor");
        ann.chats("floor", "hello", "m1").hears();

        world.passSeconds(300);
        ann.chats("floor", "something else", "m1");

        assertThat(ann.hearsTypes()).containsExactly("ack", "chat");
    }

    @Test
    void who_joins_later_asks_for_what_was_said() {
        FakeClient ann = world.inRoom("ann", "floor");
        ann.chats("floor", "one").chats("floor", "two");
        FakeClient bob = world.inRoom("bob", "floor");

        Map<String, @Nullable Object> history = bob.says("{'type':'history','room_id':'floor','message_id':'q1'}")
                .hearsOne("history");

        assertThat(history)
                .containsEntry("gap", false)
                .containsEntry("more", false)
                .containsEntry("message_id", "q1");
        assertThat(texts(history)).containsExactly("one", "two");
    }

    @Test
    void who_comes_back_gets_all_that_he_has_missed_and_only_that() {
        FakeClient ann = world.inRoom("ann", "floor");
        FakeClient bob = world.inRoom("bob", "floor");
        ann.chats("floor", "one");
        String seen = text(bob.hearsOne("chat"), "id");
        bob.leavesTheNet();
        ann.chats("floor", "two").chats("floor", "three");

        FakeClient again = world.connect("bob");
        again.says("{'type':'join_room','payload':{'room_id':'floor','since':'" + seen + "'}}");

        Map<String, @Nullable Object> missed = again.hearsOne("history");
        assertThat(texts(missed)).containsExactly("two", "three");
        assertThat(missed).containsEntry("gap", false);
    }

    @Test
    void who_was_away_for_so_long_that_something_is_forgotten_is_told_so() {
        FakeClient ann = world.inRoom("ann", "floor");
        String seen = text(ann.chats("floor", "0").hearsOne("chat"), "id");
        for (int i = 1; i <= 120; i++) {
            ann.chats("floor", String.valueOf(i));
        }
        ann.hears();

        List<String> got = new ArrayList<>();
        Map<String, @Nullable Object> page = historyAfter(ann, seen);
        assertThat(page).containsEntry("gap", true).containsEntry("more", true);
        got.addAll(texts(page));
        while (Boolean.TRUE.equals(page.get("more"))) {
            page = historyAfter(ann, lastId(page));
            assertThat(page).containsEntry("gap", false);
            got.addAll(texts(page));
        }

        assertThat(got)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(21, 120).mapToObj(String::valueOf).toList());
    }

    @Test
    void an_id_that_was_never_given_here_is_answered_with_all_there_is_and_that_there_is_a_gap() {
        FakeClient ann = world.inRoom("ann", "floor").chats("floor", "hello");
        ann.hears();

        for (String unknown : List.of("abc-1", "nonsense", "zzz-999999999999999999")) {
            Map<String, @Nullable Object> page = historyAfter(ann, unknown);
            assertThat(page).containsEntry("gap", true);
            assertThat(texts(page)).containsExactly("hello");
        }
    }

    @Test
    void what_is_older_than_a_day_is_forgotten() {
        FakeClient ann = world.inRoom("ann", "floor").chats("floor", "old");
        String seen = text(ann.hearsOne("chat"), "id");
        world.clock.advance(Duration.ofHours(12));
        ann.chats("floor", "new");
        world.clock.advance(Duration.ofHours(12).plusMillis(1));
        ann.hears();

        Map<String, @Nullable Object> page =
                ann.says("{'type':'history','room_id':'floor'}").hearsOne("history");

        assertThat(texts(page)).containsExactly("new");
        assertThat(historyAfter(ann, seen)).containsEntry("gap", false);
    }

    @Test
    void a_page_is_bounded_by_what_its_texts_weigh_too() {
        FakeClient ann = world.inRoom("ann", "floor");
        String long2000 = "x".repeat(2_000);
        IntStream.range(0, 40).forEach(i -> ann.chats("floor", long2000));
        ann.hears();

        Map<String, @Nullable Object> page =
                ann.says("{'type':'history','room_id':'floor'}").hearsOne("history");

        assertThat(texts(page)).hasSize(32);
        assertThat(page).containsEntry("more", true);
    }

    @Test
    void whoever_scrolls_back_comes_to_the_beginning() {
        FakeClient ann = world.inRoom("ann", "floor");
        IntStream.rangeClosed(1, 5).forEach(i -> ann.chats("floor", String.valueOf(i)));
        ann.hears();

        Map<String, @Nullable Object> newest =
                ann.says("{'type':'history','room_id':'floor','limit':2}").hearsOne("history");
        assertThat(texts(newest)).containsExactly("4", "5");
        assertThat(newest).containsEntry("more", true);
        String oldestSeen = text(asObject(messages(newest).get(0)), "id");
        Map<String, @Nullable Object> before = ann.says(
                        "{'type':'history','room_id':'floor','limit':10,'before':'" + oldestSeen + "'}")
                .hearsOne("history");

        assertThat(texts(before)).containsExactly("1", "2", "3");
        assertThat(before).containsEntry("more", false);
    }

    @Test
    void an_operator_says_something_in_a_room_that_he_is_not_in() {
        FakeClient ann = world.inRoom("ann", "floor");

        assertThat(world.hub.desk().say(HubWorld.OPERATOR, "floor", "The market closes early"))
                .isInstanceOf(HubAnswer.Done.class);

        assertThat(ann.hearsOne("room_message"))
                .containsEntry("from", "root")
                .containsEntry("message", "The market closes early");
    }

    private Map<String, @Nullable Object> historyAfter(FakeClient client, String id) {
        client.says("{'type':'history','room_id':'floor','after':'" + id + "'}");
        return client.hearsOne("history");
    }

    private static String lastId(Map<String, @Nullable Object> page) {
        List<@Nullable Object> messages = messages(page);
        return text(asObject(messages.get(messages.size() - 1)), "id");
    }

    private static List<@Nullable Object> messages(Map<String, @Nullable Object> page) {
        return asList(asObject(page.get("payload")).get("messages"));
    }

    private static List<String> texts(Map<String, @Nullable Object> page) {
        return messages(page).stream()
                .map(item -> text(asObject(item), "message"))
                .toList();
    }
}
