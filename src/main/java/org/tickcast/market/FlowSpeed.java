package org.tickcast.market;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast a growing total grows: shares per minute over the last five minutes, and how that speed itself changes. The
 * steps lie in a ring, so that a report makes nothing.
 */
final class FlowSpeed {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    /** Bounds the memory of a feed that reports very often: beyond it the window is a little shorter. */
    private static final int MAX_STEPS = 600;

    private final long[] shares = new long[MAX_STEPS];
    private final long[] atMillis = new long[MAX_STEPS];
    private int oldest;
    private int steps;
    private long sharesInWindow;
    private double perMinute;
    private double acceleration;

    void grewBy(long more, Instant at) {
        long now = at.toEpochMilli();
        if (steps == MAX_STEPS) {
            forgetOldest();
        }
        int next = (oldest + steps) % MAX_STEPS;
        shares[next] = more;
        atMillis[next] = now;
        steps++;
        sharesInWindow += more;
        while (atMillis[oldest] < now - WINDOW.toMillis()) {
            forgetOldest();
        }
        double before = perMinute;
        perMinute = sharesInWindow / (double) WINDOW.toMinutes();
        acceleration = perMinute - before;
    }

    double perMinute() {
        return perMinute;
    }

    double acceleration() {
        return acceleration;
    }

    private void forgetOldest() {
        sharesInWindow -= shares[oldest];
        oldest = (oldest + 1) % MAX_STEPS;
        steps--;
    }
}
