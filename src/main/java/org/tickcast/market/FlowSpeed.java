package org.tickcast.market;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast a growing total grows: shares per minute over the last five minutes, and how that speed itself changes. The
 * steps lie in a ring that widens while the window fills, so that afterwards a report makes nothing.
 */
final class FlowSpeed {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    /** Bounds the memory of a feed that reports very often: beyond it the window is a little shorter. */
    private static final int MAX_STEPS = 600;

    /** Most stocks never need more, and there may be thousands of them. */
    private static final int FIRST_STEPS = 60;

    private long[] shares = new long[FIRST_STEPS];
    private long[] atMillis = new long[FIRST_STEPS];
    private int oldest;
    private int steps;
    private long sharesInWindow;
    private double perMinute;
    private double acceleration;

    void grewBy(long more, Instant at) {
        long now = at.toEpochMilli();
        if (steps == MAX_STEPS) {
            forgetOldest();
        } else if (steps == shares.length) {
            widen();
        }
        int next = (oldest + steps) % shares.length;
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
        oldest = (oldest + 1) % shares.length;
        steps--;
    }

    /** Only a full ring needs it, so the oldest step lies right behind the newest. */
    private void widen() {
        int width = Math.min(2 * steps, MAX_STEPS);
        shares = fromOldest(shares, width);
        atMillis = fromOldest(atMillis, width);
        oldest = 0;
    }

    private long[] fromOldest(long[] full, int width) {
        long[] wider = new long[width];
        System.arraycopy(full, oldest, wider, 0, full.length - oldest);
        System.arraycopy(full, 0, wider, full.length - oldest, oldest);
        return wider;
    }
}
