package org.tickcast.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.PlainJson.asList;
import static org.tickcast.testing.PlainJson.asObject;
import static org.tickcast.testing.PlainJson.number;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PresenceTest {

    private final HubWorld world = new HubWorld();

    @Test
    void a_new_device_is_told_to_his_others_and_not_to_itself() {
        FakeClient phone = world.connect("ann");
        FakeClient laptop = world.connect("ann");

        assertThat(phone.hearsOne("device_connected"))
                .containsEntry("device_count", 2.0)
                .containsEntry("payload", Map.of("device_count", 2.0));
        assertThat(laptop.hears()).isEmpty();
        world.connect("bob");
        assertThat(phone.hears()).isEmpty();
    }

    @Test
    void who_joins_is_told_to_the_room() {
        FakeClient ann = world.inRoom("ann", "floor");

        world.connect("bob").joins("floor");
        world.passSeconds(1);

        assertThat(ann.hearsOne("user_joined")).containsEntry("user_id", "bob").containsEntry("room_id", "floor");
    }

    @Test
    void who_leaves_is_told_to_the_room() {
        FakeClient ann = world.inRoom("ann", "floor");
        FakeClient bob = world.inRoom("bob", "floor");
        ann.hears();

        bob.leaves("floor");
        world.passSeconds(1);

        assertThat(ann.hearsOne("user_left")).containsEntry("user_id", "bob").containsEntry("room_id", "floor");
    }

    @Test
    void who_comes_and_goes_in_no_time_was_not_there() {
        FakeClient ann = world.inRoom("ann", "floor");

        world.connect("bob").joins("floor").leaves("floor");
        world.passSeconds(3);

        assertThat(ann.hears()).isEmpty();
    }

    @Test
    void who_is_gone_for_five_seconds_is_offline_to_those_who_share_a_room_and_to_nobody_else() {
        FakeClient ann = world.inRoom("ann", "floor");
        FakeClient bob = world.inRoom("bob", "floor");
        FakeClient cleo = world.connect("cleo");
        ann.hears();

        bob.leavesTheNet();
        world.pass(Duration.ofMillis(4_900));
        assertThat(ann.hears()).isEmpty();
        world.passSeconds(1);

        assertThat(ann.hearsOne("user_offline")).containsEntry("user_id", "bob").doesNotContainKey("room_id");
        assertThat(cleo.hears()).isEmpty();
    }

    @Test
    void to_load_a_page_anew_is_no_event() {
        FakeClient ann = world.inRoom("ann", "floor");
        FakeClient bob = world.inRoom("bob", "floor");
        ann.hears();

        bob.leavesTheNet();
        world.passSeconds(4);
        world.connect("bob");
        world.passSeconds(20);

        assertThat(ann.hears()).isEmpty();
    }

    @Test
    void only_the_last_device_that_goes_is_an_event_and_only_the_first_that_comes() {
        FakeClient ann = world.inRoom("ann", "floor");
        FakeClient phone = world.inRoom("bob", "floor");
        FakeClient laptop = world.connect("bob");
        ann.hears();

        phone.leavesTheNet();
        world.passSeconds(20);
        assertThat(ann.hears()).isEmpty();
        laptop.leavesTheNet();
        world.passSeconds(7);
        assertThat(ann.hearsTypes()).containsExactly("user_offline");
        world.connect("bob");
        world.connect("bob");
        world.passSeconds(2);
        assertThat(ann.hearsTypes()).containsExactly("user_online");
    }

    @Test
    void who_shares_two_rooms_with_him_is_told_once() {
        HubDesk desk = world.hub.desk();
        desk.setMember(HubWorld.OPERATOR, "desk", "ann", RoomRole.MEMBER);
        desk.setMember(HubWorld.OPERATOR, "desk", "bob", RoomRole.MEMBER);
        FakeClient ann = world.inRoom("ann", "floor");
        world.inRoom("bob", "floor").leavesTheNet();
        ann.hears();

        world.passSeconds(7);

        assertThat(ann.hearsTypes()).containsExactly("user_offline");
    }

    @Test
    void who_is_away_stays_a_member_for_ten_minutes_and_is_none_then() {
        FakeClient ann = world.inRoom("ann", "floor");
        world.inRoom("bob", "floor").leavesTheNet();

        world.passSeconds(5 + 599);
        ann.hears();
        assertThat(membersSeenBy(ann)).isEqualTo(2);
        world.passSeconds(2);

        assertThat(ann.hearsOne("user_left")).containsEntry("user_id", "bob");
        assertThat(membersSeenBy(ann)).isEqualTo(1);
    }

    @Test
    void who_comes_back_in_time_is_still_in_the_room_and_hears_it_at_once() {
        FakeClient ann = world.inRoom("ann", "floor");
        world.inRoom("bob", "floor").leavesTheNet();
        world.passSeconds(300);

        FakeClient bob = world.connect("bob");
        world.passSeconds(900);
        bob.hears();
        ann.chats("floor", "welcome back");

        bob.hearsOne("chat");
    }

    @Test
    void who_was_made_a_member_of_a_private_room_stays_one_however_long_he_is_away() {
        world.hub.desk().setMember(HubWorld.OPERATOR, "desk", "bob", RoomRole.MEMBER);
        world.connect("bob").leavesTheNet();

        world.leap(Duration.ofDays(30));
        world.passSeconds(2);
        FakeClient bob = world.connect("bob").chats("desk", "back from holiday");

        bob.hearsOne("chat");
    }

    @Test
    void the_state_has_all_who_are_there_and_the_steps_from_it_lead_to_the_next() {
        FakeClient ann = world.inRoom("ann", "floor");
        PresenceState seen =
                state(ann.says("{'type':'presence','room_id':'floor'}").hearsOne("presence_state"));
        assertThat(seen.users()).containsExactly("ann");

        world.connect("bob").joins("floor");
        FakeClient cleo = world.connect("cleo").joins("floor");
        world.passSeconds(2);
        world.connect("dan").joins("floor");
        world.passSeconds(2);
        cleo.leaves("floor");
        world.passSeconds(2);
        Optional<PresenceState> followed = Optional.of(seen);
        for (Map<String, @Nullable Object> frame : ann.hears("presence_diff")) {
            followed = followed.flatMap(before -> before.after(diff(frame)));
        }

        PresenceState now =
                state(ann.says("{'type':'presence','room_id':'floor'}").hearsOne("presence_state"));
        assertThat(now.users()).containsExactly("ann", "bob", "dan");
        assertThat(followed).contains(now);
    }

    @Test
    void a_state_that_is_asked_for_between_two_tellings_fits_the_step_to_come() {
        FakeClient ann = world.inRoom("ann", "floor");
        world.connect("bob").joins("floor");
        world.pass(Duration.ofMillis(100));
        world.connect("cleo").joins("floor");
        ann.hears();

        PresenceState seen =
                state(ann.says("{'type':'presence','room_id':'floor'}").hearsOne("presence_state"));
        world.passSeconds(2);
        PresenceDiff step = diff(ann.hearsOne("presence_diff"));

        assertThat(seen.users()).containsExactly("ann", "bob");
        assertThat(seen.after(step).orElseThrow().users()).containsExactly("ann", "bob", "cleo");
    }

    @Test
    void who_no_longer_watches_is_told_what_everybody_is_told() {
        FakeClient ann = world.inRoom("ann", "floor");
        ann.says("{'type':'presence','room_id':'floor'}")
                .says("{'type':'presence','room_id':'floor','watch':false}")
                .hears();

        world.connect("bob").joins("floor");
        world.passSeconds(2);

        assertThat(ann.hearsTypes()).containsExactly("user_joined");
    }

    @Nested
    class When_two_thousand_come_within_seconds {

        private static final int NEWCOMERS = 2_000;

        @Test
        void then_each_member_gets_at_most_two_frames_a_second_about_it_and_knows_in_the_end_how_many_are_there() {
            FakeClient watcher = world.inRoom("watcher", "floor");
            watcher.says("{'type':'presence','room_id':'floor'}").hears();
            FakeClient member = world.inRoom("member", "floor");
            watcher.hears();

            // Five in each hundredth of a second or so: 2,000 within four seconds.
            for (int second = 0; second < 4; second++) {
                for (int tenth = 0; tenth < 10; tenth++) {
                    int first = (second * 10 + tenth) * 50;
                    IntStream.range(first, first + 50)
                            .forEach(n -> world.connect("user" + n).joins("floor"));
                    world.pass(Duration.ofMillis(100));
                }
                assertThat(watcher.framesWaiting()).isLessThanOrEqualTo(2 * (second + 1));
                assertThat(member.framesWaiting()).isLessThanOrEqualTo(2 * (second + 1));
            }
            world.passSeconds(2);

            List<Map<String, @Nullable Object>> steps = member.hears("presence_diff");
            assertThat(number(steps.get(steps.size() - 1), "count")).isEqualTo(NEWCOMERS + 2);
            for (Map<String, @Nullable Object> step : steps) {
                assertThat(diff(step).joins()).hasSizeLessThanOrEqualTo(100);
            }
        }

        @Test
        void then_those_who_come_are_told_no_more_than_that_either() {
            FakeClient[] all = IntStream.range(0, NEWCOMERS)
                    .mapToObj(n -> world.connect("user" + n).joins("floor"))
                    .toArray(FakeClient[]::new);
            for (FakeClient one : all) {
                one.hearsOne("room_joined");
            }

            world.passSeconds(1);

            assertThat(all).allSatisfy(one -> assertThat(one.framesWaiting()).isLessThanOrEqualTo(2));
        }

        @Test
        void then_a_storm_of_reconnects_is_no_event_at_all() {
            FakeClient member = world.inRoom("member", "floor");
            FakeClient[] all = IntStream.range(0, NEWCOMERS)
                    .mapToObj(n -> world.connect("user" + n).joins("floor"))
                    .toArray(FakeClient[]::new);
            world.passSeconds(3);
            member.hears();

            for (FakeClient one : all) {
                one.leavesTheNet();
            }
            world.passSeconds(3);
            IntStream.range(0, NEWCOMERS).forEach(n -> world.connect("user" + n));
            world.passSeconds(10);

            assertThat(member.hears()).isEmpty();
            assertThat(membersSeenBy(member)).isEqualTo(NEWCOMERS + 1);
        }
    }

    private static int membersSeenBy(FakeClient client) {
        return (int) number(client.says("{'type':'members','room_id':'floor'}").hearsOne("members"), "count");
    }

    static PresenceState state(Map<String, @Nullable Object> frame) {
        return new PresenceState(
                number(frame, "version"),
                names(frame, "users"),
                (int) number(frame, "count"),
                Boolean.TRUE.equals(frame.get("complete")));
    }

    static PresenceDiff diff(Map<String, @Nullable Object> frame) {
        return new PresenceDiff(
                number(frame, "version"),
                names(frame, "joins"),
                names(frame, "leaves"),
                (int) number(frame, "count"),
                Boolean.TRUE.equals(frame.get("complete")));
    }

    private static NavigableSet<String> names(Map<String, @Nullable Object> frame, String list) {
        TreeSet<String> names = new TreeSet<>();
        asList(asObject(frame.get("payload")).get(list)).forEach(name -> names.add(String.valueOf(name)));
        return names;
    }
}
