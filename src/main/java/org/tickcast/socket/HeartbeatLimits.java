package org.tickcast.socket;

import java.time.Duration;

/**
 * How long a client may show nothing.
 *
 * @param interval it is pinged after so much time
 * @param timeout and has so long to show that it is there
 * @param sendDeadline a frame that has not left after this time is the last, and so is a close that has not
 * @param binaryPing plain clients are also sent a binary message that says ping in this time; zero for never
 */
public record HeartbeatLimits(Duration interval, Duration timeout, Duration sendDeadline, Duration binaryPing) {

    /** So many pings may wait for an answer of ours that the client does not read. */
    public static final int MOST_PONGS_WAITING = 256;

    public static final HeartbeatLimits DEFAULTS =
            new HeartbeatLimits(Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ZERO);

    public HeartbeatLimits {
        positive("heartbeat interval", interval);
        positive("heartbeat timeout", timeout);
        positive("send deadline", sendDeadline);
        if (binaryPing.isNegative()) {
            throw new IllegalArgumentException("A binary ping cannot come every " + binaryPing);
        }
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("A " + name + " takes some time, not " + value);
        }
    }
}
