package org.tickcast.hub;

import java.time.Duration;

/**
 * How many rooms, and how big.
 *
 * @param rooms of all; beyond it none is made
 * @param members of one room; beyond it nobody else comes in
 * @param roomsPerUser in how many one user may be
 * @param absence how long a plain member of a public room may be offline before he is none any more
 * @param page how many rooms, members or users one answer lists
 */
public record RoomLimits(int rooms, int members, int roomsPerUser, Duration absence, int page) {

    public static final RoomLimits DEFAULTS = new RoomLimits(1_000, 10_000, 50, Duration.ofMinutes(10), 500);

    public RoomLimits {
        Checked.atLeast(1, "rooms", rooms);
        Checked.atLeast(1, "members", members);
        Checked.atLeast(1, "roomsPerUser", roomsPerUser);
        Checked.notNegative("absence", absence);
        Checked.atLeast(1, "page", page);
    }
}
