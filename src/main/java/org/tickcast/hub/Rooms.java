package org.tickcast.hub;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.HubError;

/**
 * Which rooms there are, and who is a member of which.
 *
 * <p>Threads: the hub's lock.
 */
final class Rooms {

    private final HubLimits limits;
    private final NavigableMap<String, Room> rooms = new TreeMap<>();
    private final Map<String, Set<String>> roomsOf = new HashMap<>();

    Rooms(HubLimits limits) {
        this.limits = limits;
    }

    @Nullable Room find(String id) {
        return rooms.get(id);
    }

    NavigableMap<String, Room> all() {
        return rooms;
    }

    List<Room> of(String user) {
        return roomsOf.getOrDefault(user, Set.of()).stream().map(rooms::get).toList();
    }

    /** Why such a room cannot be made; null when it can. */
    @Nullable HubError wrongWithMaking(RoomSpec room, @Nullable String owner) {
        if (!limits.names().allow(room)) {
            return HubError.BAD_FIELD;
        }
        if (rooms.containsKey(room.id())) {
            return HubError.ROOM_EXISTS;
        }
        if (rooms.size() >= limits.rooms().rooms()) {
            return HubError.TOO_MANY_ROOMS;
        }
        return owner != null && isInTooMany(owner) ? HubError.TOO_MANY_ROOMS_OF_USER : null;
    }

    void make(Room room) {
        rooms.put(room.id(), room);
    }

    /** Why he cannot come in; null when he can, or is in. */
    @Nullable HubError wrongWithJoining(Room room, String user) {
        if (room.roleOf(user) != null) {
            return null;
        }
        if (room.members().size() >= limits.rooms().members()) {
            return HubError.ROOM_FULL;
        }
        return isInTooMany(user) ? HubError.TOO_MANY_ROOMS_OF_USER : null;
    }

    void join(Room room, String user, RoomRole role) {
        room.members().put(user, role);
        room.audienceChanged();
        roomsOf.computeIfAbsent(user, first -> new TreeSet<>()).add(room.id());
    }

    void leave(Room room, String user) {
        room.members().remove(user);
        room.audienceChanged();
        roomsOf.computeIfPresent(user, (same, ids) -> {
            ids.remove(room.id());
            return ids.isEmpty() ? null : ids;
        });
    }

    void delete(Room room) {
        Collection<String> members = List.copyOf(room.members().keySet());
        members.forEach(user -> leave(room, user));
        rooms.remove(room.id());
    }

    void forgetAll() {
        rooms.clear();
        roomsOf.clear();
    }

    private boolean isInTooMany(String user) {
        return roomsOf.getOrDefault(user, Set.of()).size() >= limits.rooms().roomsPerUser();
    }
}
