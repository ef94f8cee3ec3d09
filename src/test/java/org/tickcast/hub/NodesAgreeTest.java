package org.tickcast.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.hub.HubWorld.OPERATOR;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Whatever users do on two nodes, in whatever order and at whatever pace: at rest both nodes say the same of every room,
 * and everybody who is said to be there has a socket.
 */
class NodesAgreeTest {

    private static final List<String> USERS = List.of("ann", "bob", "cleo", "dan");
    private static final List<String> ROOMS = List.of("floor", "desk", "extra");

    /** One thing that happens; its text is what a failure shows. */
    private record Action(String name, Consumer<Scene> doIt) {

        @Override
        public String toString() {
            return name;
        }
    }

    @Property(tries = 300)
    void at_rest_both_nodes_say_the_same(@ForAll("actions") List<Action> actions) {
        Scene scene = new Scene();

        actions.forEach(action -> action.doIt().accept(scene));
        scene.world.passSeconds(20);

        for (String room : ROOMS) {
            for (String question : List.of("members", "history", "presence")) {
                assertThat(scene.answer(scene.here, question, room))
                        .describedAs(question + " of " + room)
                        .isEqualTo(scene.answer(scene.there, question, room));
            }
            scene.holdToSockets(room);
        }
    }

    @Provide
    Arbitrary<List<Action>> actions() {
        return Arbitraries.frequencyOf(
                        Tuple.of(4, byUser("connects", Scene::connect)),
                        Tuple.of(2, byUser("goes", Scene::disconnect)),
                        Tuple.of(5, inRoom("join_room")),
                        Tuple.of(2, inRoom("leave_room")),
                        Tuple.of(4, inRoom("chat")),
                        Tuple.of(1, inRoom("typing")),
                        Tuple.of(
                                2,
                                byOperator(
                                        "lets in",
                                        (scene, user, room) ->
                                                scene.desk.setMember(OPERATOR, room, user, RoomRole.MEMBER))),
                        Tuple.of(
                                1,
                                byOperator(
                                        "appoints",
                                        (scene, user, room) ->
                                                scene.desk.setMember(OPERATOR, room, user, RoomRole.OWNER))),
                        Tuple.of(
                                2,
                                byOperator(
                                        "puts out",
                                        (scene, user, room) -> scene.desk.removeMember(OPERATOR, room, user))),
                        Tuple.of(
                                1,
                                Arbitraries.of(new Action(
                                        "room made",
                                        scene -> scene.desk.createRoom(
                                                OPERATOR, new RoomSpec("extra", "Extra", RoomAccess.PUBLIC))))),
                        Tuple.of(
                                1,
                                Arbitraries.of(
                                        new Action("room deleted", scene -> scene.desk.deleteRoom(OPERATOR, "extra")))),
                        Tuple.of(3, Arbitraries.of(100, 1_000, 6_000, 700_000).map(NodesAgreeTest::pause)))
                .list()
                .ofMaxSize(40);
    }

    private static Action pause(int millis) {
        return new Action("pause of " + millis + " ms", scene -> {
            // Long pauses in one step: what a second of ticks would do, one does as well.
            scene.world.leap(Duration.ofMillis(Math.max(0, millis - 10_000)));
            scene.world.pass(Duration.ofMillis(Math.min(millis, 10_000)));
        });
    }

    private interface Doing {
        void by(Scene scene, String user, int node);
    }

    private interface Deciding {
        HubAnswer<?> about(Scene scene, String user, String room);
    }

    private static Arbitrary<Action> byUser(String name, Doing doing) {
        return Combinators.combine(Arbitraries.of(USERS), Arbitraries.integers().between(0, 1))
                .as((user, node) ->
                        new Action(user + " " + name + " at " + node, scene -> doing.by(scene, user, node)));
    }

    private static Arbitrary<Action> inRoom(String type) {
        return Combinators.combine(
                        Arbitraries.of(USERS),
                        Arbitraries.of(ROOMS),
                        Arbitraries.integers().between(1, 3))
                .as((user, room, id) -> new Action(
                        user + " " + type + " " + room,
                        scene -> scene.say(
                                user,
                                "{'type':'" + type + "','room_id':'" + room + "','message_id':'" + id
                                        + "','message':'hello'}")));
    }

    private static Arbitrary<Action> byOperator(String name, Deciding deciding) {
        return Combinators.combine(Arbitraries.of(USERS), Arbitraries.of(ROOMS))
                .as((user, room) -> new Action(
                        "operator " + name + " " + user + " " + room, scene -> deciding.about(scene, user, room)));
    }

    /** Two nodes, and an operator on each who looks. */
    private static final class Scene {

        private final HubWorld world = new HubWorld();
        private final Hub second = world.anotherNode("n2");
        private final HubDesk desk = world.hub.desk();
        private final FakeClient here;
        private final FakeClient there;
        private final List<FakeClient> open = new ArrayList<>();

        Scene() {
            // The rooms that the first node has had before are made known to the second.
            desk.deleteRoom(OPERATOR, "floor");
            desk.deleteRoom(OPERATOR, "desk");
            desk.furnish(List.of(
                    new RoomSpec("floor", "The floor", RoomAccess.PUBLIC),
                    new RoomSpec("desk", "The desk", RoomAccess.PRIVATE)));
            here = world.connect(world.hub, OPERATOR);
            there = world.connect(second, OPERATOR);
        }

        void connect(String user, int node) {
            open.add(world.connect(world.nodes.get(node), user));
        }

        void disconnect(String user, int node) {
            open.stream()
                    .filter(client -> client.user().id().equals(user))
                    .skip(node)
                    .findFirst()
                    .ifPresent(client -> {
                        open.remove(client);
                        client.leavesTheNet();
                    });
        }

        void say(String user, String message) {
            open.stream()
                    .filter(client -> client.user().id().equals(user))
                    .findFirst()
                    .ifPresent(client -> client.says(message));
        }

        Map<String, @Nullable Object> answer(FakeClient asker, String question, String room) {
            asker.hears();
            asker.says("{'type':'" + question + "','room_id':'" + room + "'}");
            return asker.hears().get(0);
        }

        /** In each room those of its members are there who have a socket. */
        void holdToSockets(String room) {
            TreeSet<String> connected = new TreeSet<>(List.of(OPERATOR.id()));
            open.forEach(client -> connected.add(client.user().id()));
            Map<String, @Nullable Object> members = answer(here, "members", room);
            if ("error".equals(members.get("type"))) {
                return;
            }
            TreeSet<String> expected = new TreeSet<>();
            RoomsTest.names(members, "members", "user_id").forEach(user -> expected.add(String.valueOf(user)));
            expected.retainAll(connected);
            assertThat(PresenceTest.state(answer(here, "presence", room)).users())
                    .containsExactlyElementsOf(expected);
        }
    }
}
