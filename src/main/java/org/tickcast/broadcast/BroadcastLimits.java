package org.tickcast.broadcast;

import java.time.Duration;

/**
 * How often the channels speak, and how much is written for those who speak {@code tickcast.v1}.
 *
 * @param interval at most one picture is published in this time
 * @param catchUp readers that missed one are gathered for so long, so that they share what is written
 * @param heartbeat everybody hears of us in this time, whatever happens
 * @param resyncGap a client that asks for the whole picture is given it once in this time
 * @param mostFrames how many different frames are written for one picture; beyond it all others share one snapshot
 */
public record BroadcastLimits(
        Duration interval, Duration catchUp, Duration heartbeat, Duration resyncGap, int mostFrames) {

    public static final Duration CATCH_UP = Duration.ofMillis(50);
    public static final Duration HEARTBEAT = Duration.ofSeconds(5);
    public static final Duration RESYNC_GAP = Duration.ofSeconds(1);
    public static final int MOST_FRAMES = 64;

    public BroadcastLimits {
        notNegative("broadcast interval", interval);
        notNegative("time to catch up", catchUp);
        notNegative("gap between two resyncs", resyncGap);
        if (heartbeat.isNegative() || heartbeat.isZero()) {
            throw new IllegalArgumentException("There must be some time between two heartbeats, not " + heartbeat);
        }
        if (mostFrames < 1) {
            throw new IllegalArgumentException("At least 1 frame for each picture, not " + mostFrames);
        }
    }

    /** The defaults, at this pace. */
    public static BroadcastLimits every(Duration interval) {
        return new BroadcastLimits(interval, CATCH_UP, HEARTBEAT, RESYNC_GAP, MOST_FRAMES);
    }

    private static void notNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("A " + name + " cannot be negative: " + value);
        }
    }
}
