package org.tickcast.admission;

/**
 * What one user may have, all connections together.
 *
 * @param connections open sockets
 * @param messagesPerSecond messages sent to us
 * @param messagesPerMinute the same over a longer time
 */
public record Plan(int connections, int messagesPerSecond, int messagesPerMinute) {

    public Plan {
        if (connections < 1 || messagesPerSecond < 1 || messagesPerMinute < 1) {
            throw new IllegalArgumentException("A plan allows at least 1 of everything, not " + connections
                    + " connections, " + messagesPerSecond + " messages a second, " + messagesPerMinute + " a minute");
        }
    }

    Plan narrowedBy(OwnLimits own) {
        return new Plan(
                own.connectionsWithin(connections),
                own.messagesPerSecondWithin(messagesPerSecond),
                own.messagesPerMinuteWithin(messagesPerMinute));
    }
}
