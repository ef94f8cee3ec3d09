package org.tickcast.admission;

import org.jspecify.annotations.Nullable;

/**
 * Limits that a token brings along. They only narrow: where the house allows less, the house wins.
 *
 * @param connections sockets that are open at once, or null when the token does not say
 * @param messagesPerSecond messages that the client may send, or null
 * @param messagesPerMinute the same over a longer time, or null
 */
public record OwnLimits(
        @Nullable Integer connections,
        @Nullable Integer messagesPerSecond,
        @Nullable Integer messagesPerMinute) {

    public static final OwnLimits NONE = new OwnLimits(null, null, null);

    public OwnLimits {
        requirePositive("connections", connections);
        requirePositive("messages per second", messagesPerSecond);
        requirePositive("messages per minute", messagesPerMinute);
    }

    public int connectionsWithin(int house) {
        return narrower(connections, house);
    }

    public int messagesPerSecondWithin(int house) {
        return narrower(messagesPerSecond, house);
    }

    public int messagesPerMinuteWithin(int house) {
        return narrower(messagesPerMinute, house);
    }

    private static int narrower(@Nullable Integer own, int house) {
        return own == null ? house : Math.min(own, house);
    }

    private static void requirePositive(String what, @Nullable Integer limit) {
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("At least 1 of " + what + ", not " + limit);
        }
    }
}
