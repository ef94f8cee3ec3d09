package org.tickcast.hub;

import java.util.Locale;

/** What a member is in a room, the least first. */
public enum RoomRole {
    MEMBER,
    MODERATOR,
    OWNER;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isAbove(RoomRole other) {
        return compareTo(other) > 0;
    }
}
