package org.tickcast.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TypingTest {

    private static final String TYPING = "{'type':'typing','payload':{'room_id':'floor','is_typing':true}}";
    private static final String STOPPED = "{'type':'typing','payload':{'room_id':'floor','is_typing':false}}";

    private final HubWorld world = new HubWorld();
    private final FakeClient ann = world.inRoom("ann", "floor");
    private final FakeClient bob = world.inRoom("bob", "floor");

    @Test
    void who_types_is_told_to_the_others_and_on_none_of_his_own_devices() {
        FakeClient tablet = world.connect("bob");
        ann.hears();
        bob.hears();

        bob.says(TYPING);
        world.pass(Duration.ofMillis(100));

        assertThat(ann.hearsOne("typing"))
                .containsEntry("user_id", "bob")
                .containsEntry("room_id", "floor")
                .containsEntry("is_typing", true);
        assertThat(bob.hears()).isEmpty();
        assertThat(tablet.hears()).isEmpty();
    }

    @Test
    void a_hundred_keys_are_one_frame_and_silence_is_the_other() {
        ann.hears();
        for (int key = 0; key < 100; key++) {
            bob.says(TYPING);
            world.pass(Duration.ofMillis(100));
        }
        assertThat(told(ann)).containsExactly(true);

        world.passSeconds(6);

        assertThat(told(ann)).containsExactly(false);
    }

    @Test
    void who_has_said_it_has_stopped_typing() {
        ann.hears();
        bob.says(TYPING);
        world.passSeconds(2);

        bob.chats("floor", "there");
        world.passSeconds(1);

        assertThat(ann.hearsTypes()).containsExactly("typing", "chat", "typing");
    }

    @Test
    void whoever_cannot_make_up_his_mind_costs_the_room_a_frame_a_second() {
        ann.hears();

        for (int i = 0; i < 50; i++) {
            bob.says(TYPING);
            world.pass(Duration.ofMillis(100));
            bob.says(STOPPED);
            world.pass(Duration.ofMillis(100));
        }

        assertThat(told(ann)).hasSizeBetween(5, 11);
        world.passSeconds(7);
        assertThat(told(ann)).hasSizeLessThanOrEqualTo(1).doesNotContain(true);
    }

    @Test
    void who_leaves_while_he_types_is_not_typing_for_ever() {
        ann.hears();
        bob.says(TYPING);
        world.passSeconds(2);

        bob.leaves("floor");
        world.passSeconds(2);

        assertThat(told(ann)).containsExactly(true, false);
    }

    @Test
    void of_many_who_type_a_few_are_told() {
        FakeClient[] many = IntStream.range(0, 30)
                .mapToObj(n -> world.inRoom("user" + n, "floor"))
                .toArray(FakeClient[]::new);
        ann.hears();

        for (FakeClient one : many) {
            one.says(TYPING);
        }
        world.passSeconds(1);

        assertThat(told(ann)).hasSize(8);
    }

    @Test
    void in_a_room_of_hundreds_nobody_is_told() {
        for (int n = 0; n < 200; n++) {
            world.connect("user" + n).joins("floor");
        }
        world.passSeconds(2);
        ann.hears();

        bob.says(TYPING);
        world.passSeconds(1);

        assertThat(told(ann)).isEmpty();
    }

    private static List<@Nullable Object> told(FakeClient client) {
        return client.hears("typing").stream()
                .<@Nullable Object>map((Map<String, @Nullable Object> frame) -> frame.get("is_typing"))
                .toList();
    }
}
