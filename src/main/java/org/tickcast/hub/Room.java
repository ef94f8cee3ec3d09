package org.tickcast.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One room: who is in it and as what, who of them is there, and what was said.
 *
 * <p>Threads: the hub's lock.
 */
final class Room {

    private final RoomSpec spec;
    private final NavigableMap<String, RoomRole> members = new TreeMap<>();
    private final RoomLog log;
    private RoomPresence presence;

    /** The members' sockets on this node, as long as nobody of them has come or gone. */
    private @Nullable List<HubClient> audience;

    Room(RoomSpec spec, String epoch, HubLimits limits) {
        this.spec = spec;
        this.log = new RoomLog(epoch, limits.history());
        this.presence = new RoomPresence(limits.presence());
    }

    RoomSpec spec() {
        return spec;
    }

    String id() {
        return spec.id();
    }

    NavigableMap<String, RoomRole> members() {
        return members;
    }

    @Nullable RoomRole roleOf(String user) {
        return members.get(user);
    }

    RoomLog log() {
        return log;
    }

    RoomPresence presence() {
        return presence;
    }

    /** Takes over what clients were told of a room that this one takes the place of. */
    void takeOver(Room before, Predicate<String> online) {
        presence = before.presence;
        before.members.keySet().stream()
                .filter(user -> !members.containsKey(user))
                .forEach(user -> presence.changed(user, RoomPresence.News.LEFT, false));
        members.keySet().stream()
                .filter(user -> !before.members.containsKey(user))
                .forEach(user -> presence.changed(user, RoomPresence.News.JOINED, online.test(user)));
    }

    List<HubClient> audience(LocalSockets sockets) {
        List<HubClient> all = audience;
        if (all == null) {
            List<HubClient> gathered = new ArrayList<>();
            members.keySet().forEach(user -> gathered.addAll(sockets.of(user)));
            all = List.copyOf(gathered);
            audience = all;
        }
        return all;
    }

    void audienceChanged() {
        audience = null;
    }
}
