package org.tickcast.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.hub.HubWorld.OPERATOR;
import static org.tickcast.testing.PlainJson.asList;
import static org.tickcast.testing.PlainJson.asObject;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tickcast.wire.HubError;
import org.tickcast.wire.HubMessageLimits;

class RoomsTest {

    private final HubWorld world = new HubWorld();
    private final HubDesk desk = world.hub.desk();

    @Test
    void who_joins_is_told_what_he_is_in() {
        FakeClient ann =
                world.connect("ann").says("{'type':'join_room','message_id':'m1','payload':{'room_id':'floor'}}");

        assertThat(ann.hearsOne("room_joined"))
                .containsEntry("room_id", "floor")
                .containsEntry("name", "The floor")
                .containsEntry("access", "public")
                .containsEntry("user_id", "ann")
                .containsEntry("role", "member")
                .containsEntry("members", 1.0)
                .containsEntry("online", 1.0)
                .containsEntry("message_id", "m1");
    }

    @Test
    void each_of_his_devices_is_in_the_room_that_one_of_them_has_joined() {
        FakeClient phone = world.connect("ann");
        FakeClient laptop = world.connect("ann");

        phone.joins("floor");
        laptop.hearsOne("room_joined");
        laptop.chats("floor", "from the laptop");

        assertThat(phone.hearsOne("chat")).containsEntry("message", "from the laptop");
    }

    @Test
    void joining_twice_is_being_in() {
        FakeClient ann = world.inRoom("ann", "floor");

        ann.joins("floor");

        assertThat(ann.hearsOne("room_joined")).containsEntry("members", 1.0);
        world.passSeconds(2);
        assertThat(ann.hears()).isEmpty();
    }

    @Test
    void a_room_that_is_not_there_cannot_be_joined_left_written_to_or_looked_at() {
        FakeClient ann = world.connect("ann");

        for (String type : List.of("join_room", "leave_room", "typing", "history", "members", "presence")) {
            ann.says("{'type':'" + type + "','room_id':'nowhere'}");
            assertThat(ann.hearsOne("error"))
                    .containsEntry("code", "room-not-found")
                    .containsEntry("message", "Room not found")
                    .containsEntry("request", type)
                    .containsEntry("room_id", "nowhere");
        }
        ann.chats("nowhere", "hello");
        assertThat(ann.hearsError()).isEqualTo("room-not-found");
    }

    @Test
    void a_private_room_lets_in_only_those_who_were_let_in() {
        FakeClient ann = world.connect("ann").joins("desk");

        assertThat(ann.hearsError()).isEqualTo("room-forbidden");
        desk.setMember(OPERATOR, "desk", "ann", RoomRole.MEMBER);
        assertThat(ann.hearsOne("room_joined")).containsEntry("room_id", "desk");
        ann.joins("desk").chats("desk", "hello");
        assertThat(ann.hearsTypes()).containsExactly("room_joined", "chat");
    }

    @Test
    void who_is_in_no_room_can_neither_leave_nor_write_nor_read_there() {
        FakeClient ann = world.connect("ann");

        for (String type : List.of("leave_room", "typing", "history", "members", "presence")) {
            ann.says("{'type':'" + type + "','room_id':'floor'}");
            assertThat(ann.hearsError()).describedAs(type).isEqualTo("not-a-member");
        }
        ann.chats("floor", "hello");
        assertThat(ann.hearsError()).isEqualTo("not-a-member");
    }

    @Test
    void who_has_left_hears_nothing_more_of_the_room_and_cannot_write_to_it() {
        FakeClient ann = world.inRoom("ann", "floor");
        FakeClient bob = world.inRoom("bob", "floor");
        ann.hears();

        ann.leaves("floor");
        assertThat(ann.hearsOne("room_left")).containsEntry("room_id", "floor");
        bob.chats("floor", "are you there?");
        ann.chats("floor", "no");

        assertThat(ann.hearsError()).isEqualTo("not-a-member");
        assertThat(bob.hears("chat")).hasSize(1);
    }

    @Test
    void leaving_is_for_all_of_his_devices() {
        FakeClient phone = world.inRoom("ann", "floor");
        FakeClient laptop = world.connect("ann");
        phone.hears();

        phone.leaves("floor");

        laptop.hearsOne("room_left");
        laptop.chats("floor", "still here?");
        assertThat(laptop.hearsError()).isEqualTo("not-a-member");
    }

    @Test
    void who_is_put_out_is_out_at_once_on_all_of_his_devices_and_no_message_reaches_him_any_more() {
        desk.setMember(OPERATOR, "desk", "ann", RoomRole.MEMBER);
        desk.setMember(OPERATOR, "desk", "bob", RoomRole.MEMBER);
        FakeClient phone = world.connect("ann");
        FakeClient laptop = world.connect("ann");
        FakeClient bob = world.connect("bob");
        phone.hears();
        laptop.hears();

        assertThat(desk.removeMember(OPERATOR, "desk", "ann")).isEqualTo(new HubAnswer.Done<>("ann"));
        bob.chats("desk", "now that she is gone");

        assertThat(phone.hearsOne("room_removed")).containsEntry("room_id", "desk");
        assertThat(laptop.hearsTypes()).containsExactly("room_removed");
        phone.says("{'type':'history','room_id':'desk'}");
        assertThat(phone.hearsError()).isEqualTo("not-a-member");
        phone.joins("desk");
        assertThat(phone.hearsError()).isEqualTo("room-forbidden");
    }

    @Test
    void who_is_put_out_is_told_no_change_of_who_is_there_although_he_watched() {
        FakeClient ann = world.inRoom("ann", "floor");
        ann.says("{'type':'presence','room_id':'floor'}");
        ann.hears();

        desk.removeMember(OPERATOR, "floor", "ann");
        world.connect("bob").joins("floor");
        world.passSeconds(3);

        assertThat(ann.hearsTypes()).containsExactly("room_removed");
    }

    @Test
    void when_a_room_is_deleted_its_members_are_told_and_it_is_gone_with_what_was_said() {
        FakeClient ann = world.inRoom("ann", "floor").chats("floor", "hello");
        ann.hears();

        desk.deleteRoom(OPERATOR, "floor");
        assertThat(ann.hearsOne("room_deleted")).containsEntry("room_id", "floor");
        ann.joins("floor");
        assertThat(ann.hearsError()).isEqualTo("room-not-found");
        desk.createRoom(OPERATOR, new RoomSpec("floor", "Anew", RoomAccess.PUBLIC));
        ann.joins("floor").says("{'type':'history','room_id':'floor'}");

        assertThat(asList(asObject(ann.hearsOne("history").get("payload")).get("messages")))
                .isEmpty();
    }

    @Test
    void the_list_has_what_one_may_see_and_what_one_is_there() {
        FakeClient ann = world.connect("ann");
        ann.says("{'type':'rooms'}");
        assertThat(rooms(ann))
                .singleElement()
                .satisfies(room ->
                        assertThat(room).containsEntry("room_id", "floor").doesNotContainKey("role"));

        desk.setMember(OPERATOR, "desk", "ann", RoomRole.MODERATOR);
        ann.hears();
        ann.says("{'type':'rooms'}");

        assertThat(rooms(ann))
                .hasSize(2)
                .first()
                .satisfies(room ->
                        assertThat(room).containsEntry("room_id", "desk").containsEntry("role", "moderator"));
    }

    @Test
    void a_new_role_is_told_to_who_has_it_and_works_at_once() {
        desk.setMember(OPERATOR, "desk", "ann", RoomRole.MEMBER);
        FakeClient ann = world.connect("ann");
        HubUser annHerself = ann.user();
        assertThat(desk.setMember(annHerself, "desk", "bob", RoomRole.MEMBER))
                .isEqualTo(new HubAnswer.Refused<>(HubError.ROOM_FORBIDDEN));

        desk.setMember(OPERATOR, "desk", "ann", RoomRole.MODERATOR);

        assertThat(ann.hearsOne("role_changed")).containsEntry("role", "moderator");
        assertThat(desk.setMember(annHerself, "desk", "bob", RoomRole.MEMBER))
                .isEqualTo(new HubAnswer.Done<>(RoomRole.MEMBER));
        assertThat(desk.setMember(annHerself, "desk", "bob", RoomRole.OWNER))
                .isEqualTo(new HubAnswer.Refused<>(HubError.ROOM_FORBIDDEN));
    }

    @Test
    void a_moderator_puts_out_members_but_neither_moderators_nor_owners() {
        HubUser owner = new HubUser("olga", Set.of());
        HubUser moderator = new HubUser("mo", Set.of());
        desk.setMember(OPERATOR, "desk", "olga", RoomRole.OWNER);
        desk.setMember(owner, "desk", "mo", RoomRole.MODERATOR);
        desk.setMember(owner, "desk", "max", RoomRole.MODERATOR);
        desk.setMember(moderator, "desk", "ann", RoomRole.MEMBER);

        assertThat(desk.removeMember(moderator, "desk", "ann")).isInstanceOf(HubAnswer.Done.class);
        assertThat(desk.removeMember(moderator, "desk", "max"))
                .isEqualTo(new HubAnswer.Refused<>(HubError.ROOM_FORBIDDEN));
        assertThat(desk.removeMember(moderator, "desk", "olga"))
                .isEqualTo(new HubAnswer.Refused<>(HubError.ROOM_FORBIDDEN));
        assertThat(desk.removeMember(owner, "desk", "max")).isInstanceOf(HubAnswer.Done.class);
        assertThat(desk.removeMember(owner, "desk", "nobody"))
                .isEqualTo(new HubAnswer.Refused<>(HubError.NO_SUCH_MEMBER));
    }

    @Test
    void only_operators_make_rooms_and_own_them_then() {
        RoomSpec room = new RoomSpec("new", "New", RoomAccess.PRIVATE);
        FakeClient root = world.connect(world.hub, OPERATOR);

        assertThat(desk.createRoom(new HubUser("ann", Set.of()), room))
                .isEqualTo(new HubAnswer.Refused<>(HubError.FORBIDDEN));
        assertThat(desk.createRoom(OPERATOR, room)).isEqualTo(new HubAnswer.Done<>(room));
        assertThat(desk.createRoom(OPERATOR, room)).isEqualTo(new HubAnswer.Refused<>(HubError.ROOM_EXISTS));

        assertThat(root.hearsOne("room_joined")).containsEntry("role", "owner");
    }

    @Test
    void members_are_listed_page_by_page() {
        HubWorld small = new HubWorld(withRooms(new RoomLimits(10, 10, 10, Duration.ofMinutes(10), 2)));
        FakeClient ann = small.connect("ann").joins("floor");
        small.connect("bob").joins("floor");
        small.connect("cleo").joins("floor");
        ann.hears();

        Map<String, @Nullable Object> first =
                ann.says("{'type':'members','room_id':'floor'}").hearsOne("members");
        Map<String, @Nullable Object> second =
                ann.says("{'type':'members','room_id':'floor','after':'bob'}").hearsOne("members");

        assertThat(first).containsEntry("more", true).containsEntry("count", 3.0);
        assertThat(names(first, "members", "user_id")).containsExactly("ann", "bob");
        assertThat(second).containsEntry("more", false);
        assertThat(names(second, "members", "user_id")).containsExactly("cleo");
    }

    @Nested
    class When_there_is_room_for_few {

        private final HubWorld small = new HubWorld(withRooms(new RoomLimits(3, 2, 2, Duration.ofMinutes(10), 100)));
        private final HubDesk desk = small.hub.desk();

        @Test
        void then_a_room_that_is_full_takes_nobody_else_until_somebody_leaves() {
            FakeClient ann = small.connect("ann").joins("floor");
            small.connect("bob").joins("floor");
            FakeClient cleo = small.connect("cleo").joins("floor");

            assertThat(cleo.hearsError()).isEqualTo("room-full");
            ann.leaves("floor");
            cleo.joins("floor");
            cleo.hearsOne("room_joined");
        }

        @Test
        void then_who_is_in_is_in_however_full_it_is() {
            FakeClient ann = small.connect("ann").joins("floor");
            small.connect("bob").joins("floor");
            ann.hears();

            ann.joins("floor");

            ann.hearsOne("room_joined");
        }

        @Test
        void then_nobody_is_in_more_rooms_than_that() {
            desk.createRoom(OPERATOR, new RoomSpec("third", "Third", RoomAccess.PUBLIC));
            FakeClient ann = small.connect("ann").joins("floor").joins("third");
            ann.hears();

            assertThat(desk.setMember(OPERATOR, "desk", "ann", RoomRole.MEMBER))
                    .isEqualTo(new HubAnswer.Refused<>(HubError.TOO_MANY_ROOMS_OF_USER));
            ann.leaves("third").hears();
            desk.setMember(OPERATOR, "desk", "ann", RoomRole.MEMBER);
            ann.hearsOne("room_joined");
            ann.joins("third");
            assertThat(ann.hearsError()).isEqualTo("too-many-rooms-of-user");
        }

        @Test
        void then_no_more_rooms_are_made() {
            desk.createRoom(OPERATOR, new RoomSpec("third", "Third", RoomAccess.PUBLIC));

            assertThat(desk.createRoom(OPERATOR, new RoomSpec("fourth", "Fourth", RoomAccess.PUBLIC)))
                    .isEqualTo(new HubAnswer.Refused<>(HubError.TOO_MANY_ROOMS));
        }
    }

    @Test
    void a_room_is_not_made_whose_names_are_longer_than_is_allowed() {
        HubLimits usual = HubLimits.DEFAULTS;
        HubDesk desk = new HubWorld(new HubLimits(
                        usual.messages(),
                        new NameLimits(5, 9),
                        usual.rooms(),
                        usual.history(),
                        usual.typing(),
                        usual.notifications(),
                        usual.presence(),
                        usual.nonsense()))
                .hub.desk();
        HubAnswer<RoomSpec> refused = new HubAnswer.Refused<>(HubError.BAD_FIELD);

        assertThat(desk.createRoom(OPERATOR, new RoomSpec("third", "The third", RoomAccess.PUBLIC)))
                .isNotEqualTo(refused);
        assertThat(desk.createRoom(OPERATOR, new RoomSpec("fourth", "A room", RoomAccess.PUBLIC)))
                .isEqualTo(refused);
        assertThat(desk.createRoom(OPERATOR, new RoomSpec("5th", "The fifth!", RoomAccess.PUBLIC)))
                .isEqualTo(refused);
    }

    @Test
    void members_are_shown_to_who_has_no_socket_page_by_page() {
        HubWorld small = new HubWorld(withRooms(new RoomLimits(10, 10, 10, Duration.ofMinutes(10), 2)));
        for (String user : List.of("ann", "bob", "cleo")) {
            small.connect(user).joins("floor");
        }
        HubDesk desk = small.hub.desk();

        RoomMembers first = done(desk.members(OPERATOR, "floor", null));
        RoomMembers second = done(desk.members(OPERATOR, "floor", "bob"));

        assertThat(first.members())
                .containsExactly(
                        new RoomMembers.Member("ann", RoomRole.MEMBER, true),
                        new RoomMembers.Member("bob", RoomRole.MEMBER, true));
        assertThat(first.count()).isEqualTo(3);
        assertThat(first.more()).isTrue();
        assertThat(second.members()).extracting(RoomMembers.Member::user).containsExactly("cleo");
        assertThat(second.more()).isFalse();
        assertThat(desk.members(new HubUser("dan", Set.of()), "floor", null))
                .isEqualTo(new HubAnswer.Refused<>(HubError.NOT_A_MEMBER));
    }

    private static <T> T done(HubAnswer<T> answer) {
        assertThat(answer).isInstanceOf(HubAnswer.Done.class);
        return ((HubAnswer.Done<T>) answer).value();
    }

    static HubLimits withRooms(RoomLimits rooms) {
        HubLimits usual = HubLimits.DEFAULTS;
        return new HubLimits(
                HubMessageLimits.DEFAULTS,
                NameLimits.DEFAULTS,
                rooms,
                usual.history(),
                usual.typing(),
                usual.notifications(),
                usual.presence(),
                usual.nonsense());
    }

    static List<@Nullable Object> names(Map<String, @Nullable Object> frame, String list, String name) {
        return asList(asObject(frame.get("payload")).get(list)).stream()
                .<@Nullable Object>map(item -> asObject(item).get(name))
                .toList();
    }

    private static List<Map<String, @Nullable Object>> rooms(FakeClient client) {
        return asList(asObject(client.hearsOne("rooms").get("payload")).get("rooms")).stream()
                .map(item -> asObject(item))
                .toList();
    }
}
