package org.tickcast.market;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/** How fast a growing total grows: shares per minute over the last five minutes, and how that speed itself changes. */
final class FlowSpeed {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    /** Bounds the memory of a feed that reports very often: beyond it the window is a little shorter. */
    private static final int MAX_STEPS = 600;

    private final ArrayDeque<Step> steps = new ArrayDeque<>();
    private long sharesInWindow;
    private double perMinute;
    private double acceleration;

    void grewBy(long shares, Instant at) {
        steps.addLast(new Step(shares, at));
        sharesInWindow += shares;
        while (steps.size() > MAX_STEPS || steps.getFirst().at().isBefore(at.minus(WINDOW))) {
            sharesInWindow -= steps.removeFirst().shares();
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

    private record Step(long shares, Instant at) {}
}
