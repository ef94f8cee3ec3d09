package org.tickcast.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tickcast.cluster.LocalBus;
import org.tickcast.cluster.NodeId;
import org.tickcast.testing.SettableClock;

/** One bus, one clock, and one node or more; with a public room {@code floor} and a private one, {@code desk}. */
final class HubWorld {

    static final HubUser OPERATOR = new HubUser("root", Set.of("admin"));
    static final Instant START = Instant.parse("2026-11-21T03:00:00Z");

    /** How often a server calls the tick. */
    private static final Duration STEP = Duration.ofMillis(100);

    final SettableClock clock = new SettableClock(START);
    final SettableClock steady = new SettableClock(START);
    final LocalBus bus = new LocalBus();
    final HubLimits limits;
    final List<Hub> nodes = new ArrayList<>();
    final Hub hub;

    HubWorld() {
        this(HubLimits.DEFAULTS);
    }

    HubWorld(HubLimits limits) {
        this(limits, HouseRules.DEFAULT);
    }

    HubWorld(HubLimits limits, RoomPolicy policy) {
        this.limits = limits;
        this.hub = new Hub(
                new NodeId("n1"), limits, policy, bus, new HubTime(clock, steady), HubListener.NONE, ManyHands.ONE);
        nodes.add(hub);
        hub.desk()
                .furnish(List.of(
                        new RoomSpec("floor", "The floor", RoomAccess.PUBLIC),
                        new RoomSpec("desk", "The desk", RoomAccess.PRIVATE)));
    }

    Hub anotherNode(String name) {
        Hub other = new Hub(
                new NodeId(name),
                limits,
                HouseRules.DEFAULT,
                bus,
                new HubTime(clock, steady),
                HubListener.NONE,
                ManyHands.ONE);
        nodes.add(other);
        return other;
    }

    FakeClient connect(String user) {
        return connect(hub, user);
    }

    FakeClient connect(Hub node, String user) {
        return connect(node, new HubUser(user, Set.of()));
    }

    FakeClient connect(Hub node, HubUser user) {
        FakeClient client = new FakeClient(node, user);
        node.opened(client);
        return client;
    }

    /** Somebody who is in the room, and has heard all there was to hear of that. */
    FakeClient inRoom(String user, String room) {
        FakeClient client = connect(user).joins(room);
        pass(Duration.ofSeconds(2));
        client.hears();
        return client;
    }

    void pass(Duration time) {
        Instant end = steady.instant().plus(time);
        while (steady.instant().isBefore(end)) {
            leap(STEP);
            nodes.forEach(Hub::tick);
        }
    }

    /** So much time at once, without a tick. */
    void leap(Duration time) {
        clock.advance(time);
        steady.advance(time);
    }

    void passSeconds(int seconds) {
        pass(Duration.ofSeconds(seconds));
    }
}
