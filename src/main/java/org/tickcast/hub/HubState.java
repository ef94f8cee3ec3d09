package org.tickcast.hub;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tickcast.cluster.NodeId;

/**
 * All that one hub knows.
 *
 * <p>Threads: the hub's lock.
 */
final class HubState {

    final NodeId node;
    final HubLimits limits;
    final RoomPolicy policy;
    final HubListener listener;
    final Postbox postbox;
    final Rooms rooms;
    final LocalSockets sockets = new LocalSockets();
    final Devices devices;
    final Typists typists;
    final SaidBefore saidBefore;
    final Notifications notifications;

    /** Who is offline, and from when on no longer a plain member of public rooms: the soonest first. */
    final Map<String, Instant> absences = new LinkedHashMap<>();

    private final HubTime time;
    /** Whether what happens is heard by this node only. */
    boolean alone;

    /** Rooms that were known before all was learnt anew, and have not been made again yet, by id. */
    final Map<String, Room> unconfirmed = new HashMap<>();

    private long made;

    HubState(NodeId node, HubLimits limits, RoomPolicy policy, HubListener listener, Postbox postbox, HubTime time) {
        this.node = node;
        this.limits = limits;
        this.policy = policy;
        this.listener = listener;
        this.postbox = postbox;
        this.time = time;
        this.rooms = new Rooms(limits);
        this.devices = new Devices(limits.presence());
        this.typists = new Typists(limits.typing());
        this.saidBefore = new SaidBefore(limits.history());
        this.notifications = new Notifications(limits.notifications());
    }

    /** What a clock on the wall says: for what is shown, told to others, or was shown and told. */
    Instant now() {
        return time.clock().instant();
    }

    /** For what waits here, and is told to nobody. */
    Instant steadyNow() {
        return time.steady().instant();
    }

    /** A name that no node has given before: its own, the time and how many it has given. Letters and digits only. */
    String newName() {
        String unique = node.value() + ' ' + now().toEpochMilli() + ' ' + ++made;
        return Names.shortFor(unique);
    }

    void audiencesOf(String user) {
        rooms.of(user).forEach(Room::audienceChanged);
    }
}
