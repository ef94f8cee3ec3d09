package org.tickcast.hub;

import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * Members of a room, by name.
 *
 * @param count how many there are in all
 * @param more whether others come behind these
 */
public record RoomMembers(List<Member> members, int count, boolean more) {

    /** @param online whether he is there */
    public record Member(String user, RoomRole role, boolean online) {}

    /** @param after those behind this one; null for the first */
    static RoomMembers of(Room room, @Nullable String after, int most) {
        NavigableMap<String, RoomRole> all = room.members();
        NavigableMap<String, RoomRole> wanted = after == null ? all : all.tailMap(after, false);
        List<Member> members = wanted.entrySet().stream()
                .limit(most)
                .map(entry -> new Member(
                        entry.getKey(), entry.getValue(), room.presence().isThere(entry.getKey())))
                .toList();
        return new RoomMembers(members, all.size(), wanted.size() > most);
    }
}
