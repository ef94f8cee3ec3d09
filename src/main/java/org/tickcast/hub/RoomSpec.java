package org.tickcast.hub;

import org.tickcast.wire.HubText;

/**
 * A room as it is asked for.
 *
 * @param id what clients call it
 * @param name what people read
 */
public record RoomSpec(String id, String name, RoomAccess access) {

    public static final int LONGEST_ID = 64;
    public static final int LONGEST_NAME = 200;

    public RoomSpec {
        if (!HubText.isRoomId(id, LONGEST_ID)) {
            throw new IllegalArgumentException("The id of a room has 1 to " + LONGEST_ID
                    + " letters, digits and . _ : - and begins with a letter or a digit");
        }
        if (HubText.wrongWith(name, LONGEST_NAME) != null || name.indexOf('\n') >= 0 || name.indexOf('\t') >= 0) {
            throw new IllegalArgumentException("The name of room " + id + " has 1 to " + LONGEST_NAME
                    + " characters, none of which are control characters or halves");
        }
    }

    /** Whether this could be made a room, for those who have it from outside. */
    public static boolean isValid(String id, String name) {
        return HubText.isRoomId(id, LONGEST_ID)
                && HubText.wrongWith(name, LONGEST_NAME) == null
                && name.indexOf('\n') < 0
                && name.indexOf('\t') < 0;
    }
}
