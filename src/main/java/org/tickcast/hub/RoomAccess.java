package org.tickcast.hub;

import java.util.Locale;

/** Who may come into a room of himself. */
public enum RoomAccess {
    /** Anybody. Who goes away for long is no longer a member. */
    PUBLIC,
    /** Only whom the room's owner or moderators have made a member, and he stays one. */
    PRIVATE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
