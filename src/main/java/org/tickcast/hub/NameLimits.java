package org.tickcast.hub;

/**
 * How long what people call a room may be. What a user is called is limited where he gets his token.
 *
 * @param roomId characters, at most {@link RoomSpec#LONGEST_ID}
 * @param roomName code points, at most {@link RoomSpec#LONGEST_NAME}
 */
public record NameLimits(int roomId, int roomName) {

    public static final NameLimits DEFAULTS = new NameLimits(RoomSpec.LONGEST_ID, RoomSpec.LONGEST_NAME);

    public NameLimits {
        Checked.atLeast(1, "roomId", roomId);
        Checked.atLeast(1, "roomName", roomName);
    }

    /** Whether a room may be called so. */
    public boolean allow(RoomSpec room) {
        return room.id().length() <= roomId && room.name().codePoints().count() <= roomName;
    }
}
