package org.tickcast.hub;

import java.time.Duration;

/**
 * What a room remembers.
 *
 * @param messages how many; the oldest is forgotten for a new one
 * @param age how old the oldest may be
 * @param page how many one answer has at most
 * @param pageCharacters how long their texts may be together; one message always fits
 * @param sameMessage for how long a message with the same {@code message_id} is the same one
 * @param idsPerUser how many such ids of one user are remembered
 * @param ids how many of all users
 */
public record HistoryLimits(
        int messages, Duration age, int page, int pageCharacters, Duration sameMessage, int idsPerUser, int ids) {

    public static final HistoryLimits DEFAULTS =
            new HistoryLimits(100, Duration.ofHours(24), 50, 64 * 1024, Duration.ofMinutes(5), 500, 200_000);

    public HistoryLimits {
        Checked.atLeast(1, "messages", messages);
        Checked.positive("age", age);
        Checked.atLeast(1, "page", page);
        Checked.atLeast(1, "pageCharacters", pageCharacters);
        Checked.positive("sameMessage", sameMessage);
        Checked.atLeast(1, "idsPerUser", idsPerUser);
        Checked.atLeast(1, "ids", ids);
    }
}
