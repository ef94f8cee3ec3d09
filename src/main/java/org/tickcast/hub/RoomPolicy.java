package org.tickcast.hub;

import org.jspecify.annotations.Nullable;

/**
 * Who may do what. It is asked before every action, on the node of whoever acts, and answers at once: from memory, or
 * from what it was told before. It never throws.
 *
 * <p>What it allows must still be possible: nobody writes in a room that he is not in, except as an operator does.
 */
public interface RoomPolicy {

    /** @param role what he is in the room; null when he is no member */
    boolean may(HubUser who, RoomAction action, RoomSpec room, @Nullable RoomRole role);

    /** Whether he may make such a room, whose owner he is then. */
    boolean mayCreate(HubUser who, RoomAccess access);

    /** Whether he may tell one user, or everybody, something without a room. */
    boolean mayNotify(HubUser who);
}
