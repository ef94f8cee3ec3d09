package org.tickcast.wire;

import java.util.Locale;

/** Why the hub does not do what was asked. The socket stays open. {@code docs/hub.md} explains each. */
public enum HubError {
    NOT_JSON(400, "A message is one JSON object"),
    TOO_BIG(413, "The message is too big"),
    TOO_DEEP(400, "The message is nested too deep"),
    BAD_FIELD(422, "A field is missing or wrong"),
    BAD_TEXT(422, "The text is empty, or has control characters or half characters"),
    TEXT_TOO_LONG(422, "The text is too long"),
    UNKNOWN_TYPE(400, "Unknown message type"),
    ROOM_NOT_FOUND(404, "Room not found"),
    ROOM_FORBIDDEN(403, "This is not allowed in the room"),
    NOT_A_MEMBER(403, "Only members of the room may do this"),
    NO_SUCH_MEMBER(404, "The room has no such member"),
    ROOM_EXISTS(409, "There is such a room already"),
    ROOM_FULL(409, "The room is full"),
    TOO_MANY_ROOMS(409, "There are too many rooms already"),
    TOO_MANY_ROOMS_OF_USER(409, "The user is in too many rooms already"),
    MESSAGE_ID_REUSED(409, "The message_id was used with another text"),
    FORBIDDEN(403, "This is not allowed");

    private final int status;
    private final String words;

    HubError(int status, String words) {
        this.status = status;
        this.words = words;
    }

    /** What programs go by. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status of the same refusal. */
    public int status() {
        return status;
    }

    /** What people read. */
    public String words() {
        return words;
    }
}
