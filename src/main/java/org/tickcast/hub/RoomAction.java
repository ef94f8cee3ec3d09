package org.tickcast.hub;

/** What somebody may want of a room. */
public enum RoomAction {
    /** Find it in the list of rooms. */
    SEE,
    JOIN,
    /** Ask for what was said, and who is a member or there. */
    READ,
    WRITE,
    TYPE,
    /** Make somebody else a member. */
    INVITE,
    /** Put somebody out. */
    REMOVE,
    /** Make members moderators or owners, or take it back. */
    APPOINT,
    DELETE
}
