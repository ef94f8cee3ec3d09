package org.tickcast.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.hub.RoomAction.APPOINT;
import static org.tickcast.hub.RoomAction.DELETE;
import static org.tickcast.hub.RoomAction.INVITE;
import static org.tickcast.hub.RoomAction.JOIN;
import static org.tickcast.hub.RoomAction.READ;
import static org.tickcast.hub.RoomAction.REMOVE;
import static org.tickcast.hub.RoomAction.SEE;
import static org.tickcast.hub.RoomAction.TYPE;
import static org.tickcast.hub.RoomAction.WRITE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every role, in every kind of room, with every action: first as the rules say it, then as the hub does it. */
class RoomPolicyTest {

    private enum Who {
        OUTSIDER(null),
        MEMBER(RoomRole.MEMBER),
        MODERATOR(RoomRole.MODERATOR),
        OWNER(RoomRole.OWNER),
        OPERATOR(null);

        private final @Nullable RoomRole role;

        Who(@Nullable RoomRole role) {
            this.role = role;
        }

        HubUser user() {
            return new HubUser("someone", this == OPERATOR ? Set.of("admin") : Set.of());
        }
    }

    private static final Set<RoomAction> NOTHING = EnumSet.noneOf(RoomAction.class);
    private static final Set<RoomAction> ALL = EnumSet.allOf(RoomAction.class);
    private static final Set<RoomAction> AS_MEMBER = EnumSet.of(SEE, JOIN, READ, WRITE, TYPE);
    private static final Set<RoomAction> AS_MODERATOR = EnumSet.of(SEE, JOIN, READ, WRITE, TYPE, INVITE, REMOVE);

    private static Set<RoomAction> allowed(RoomAccess access, Who who) {
        return switch (who) {
            case OUTSIDER -> access == RoomAccess.PUBLIC ? EnumSet.of(SEE, JOIN) : NOTHING;
            case MEMBER -> AS_MEMBER;
            case MODERATOR -> AS_MODERATOR;
            case OWNER, OPERATOR -> ALL;
        };
    }

    private interface Cell {
        void check(RoomAccess access, Who who, RoomAction action, boolean allowed);
    }

    @TestFactory
    Stream<DynamicTest> the_rules_say_so() {
        return eachCell((access, who, action, allowed) -> assertThat(
                        HouseRules.DEFAULT.may(who.user(), action, new RoomSpec("room", "Room", access), who.role))
                .isEqualTo(allowed));
    }

    @TestFactory
    Stream<DynamicTest> the_hub_does_so() {
        return eachCell((access, who, action, allowed) ->
                assertThat(new Attempt(access, who).succeeds(action)).isEqualTo(allowed));
    }

    @Test
    void a_policy_of_ones_own_takes_the_place_of_the_rules() {
        HubWorld world = new HubWorld(HubLimits.DEFAULTS, new ReadOnly());
        FakeClient ann = world.connect("ann").joins("floor");
        ann.hears();

        ann.chats("floor", "may I?");

        assertThat(ann.hearsError()).isEqualTo("room-forbidden");
    }

    @Test
    void who_has_become_an_operator_by_a_new_token_may_at_once_what_operators_may() {
        HubWorld world = new HubWorld();
        FakeClient ann = world.connect("ann").joins("desk");
        assertThat(ann.hearsError()).isEqualTo("room-forbidden");

        ann.nowHas(new HubUser("ann", Set.of("admin")));
        ann.joins("desk");

        ann.hearsOne("room_joined");
    }

    private static Stream<DynamicTest> eachCell(Cell cell) {
        return Arrays.stream(RoomAccess.values())
                .flatMap(access -> Arrays.stream(Who.values())
                        .flatMap(who -> Arrays.stream(RoomAction.values()).map(action -> {
                            boolean allowed = allowed(access, who).contains(action);
                            String name = access + " room, " + who + (allowed ? " may " : " may not ") + action;
                            return DynamicTest.dynamicTest(name, () -> cell.check(access, who, action, allowed));
                        })));
    }

    /** Somebody in a room of his own, with one other member, who tries something. */
    private static final class Attempt {

        private final HubWorld world = new HubWorld();
        private final HubDesk desk = world.hub.desk();
        private final HubUser user;
        private final FakeClient client;

        Attempt(RoomAccess access, Who who) {
            user = who.user();
            desk.createRoom(HubWorld.OPERATOR, new RoomSpec("room", "Room", access));
            desk.setMember(HubWorld.OPERATOR, "room", "other", RoomRole.MEMBER);
            if (who.role != null) {
                desk.setMember(HubWorld.OPERATOR, "room", user.id(), who.role);
            }
            client = world.connect(world.hub, user);
        }

        boolean succeeds(RoomAction action) {
            return switch (action) {
                case SEE ->
                    desk.rooms(user).stream()
                            .anyMatch(summary -> summary.room().id().equals("room"));
                case JOIN -> isNotRefused("{'type':'join_room','room_id':'room'}");
                case READ ->
                    isNotRefused("{'type':'history','room_id':'room'}")
                            && isNotRefused("{'type':'members','room_id':'room'}")
                            && isNotRefused("{'type':'presence','room_id':'room'}");
                case WRITE -> isNotRefused("{'type':'chat','room_id':'room','message':'hello'}");
                case TYPE -> isNotRefused("{'type':'typing','room_id':'room'}");
                case INVITE -> isDone(desk.setMember(user, "room", "newcomer", RoomRole.MEMBER));
                case REMOVE -> isDone(desk.removeMember(user, "room", "other"));
                case APPOINT -> isDone(desk.setMember(user, "room", "other", RoomRole.MODERATOR));
                case DELETE -> isDone(desk.deleteRoom(user, "room"));
            };
        }

        private boolean isNotRefused(String message) {
            client.hears();
            return client.says(message).hears("error").isEmpty();
        }

        private static boolean isDone(HubAnswer<?> answer) {
            return answer instanceof HubAnswer.Done<?>;
        }
    }

    private static final class ReadOnly implements RoomPolicy {

        @Override
        public boolean may(HubUser who, RoomAction action, RoomSpec room, @Nullable RoomRole role) {
            return action != WRITE;
        }

        @Override
        public boolean mayCreate(HubUser who, RoomAccess access) {
            return false;
        }

        @Override
        public boolean mayNotify(HubUser who) {
            return false;
        }
    }
}
