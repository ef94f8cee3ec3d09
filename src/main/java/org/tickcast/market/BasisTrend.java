package org.tickcast.market;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;

/**
 * How the basis has moved. There is one point per spacing, so that a busy market does not push out what was an hour ago:
 * a newer point within the spacing takes the place of the last one.
 *
 * <p>Threads: the tick adds, any thread may ask.
 */
public final class BasisTrend implements BoardListener {

    /** As much as seed 0 keeps. With {@link #SPACING} it is an hour at the least, and more whenever trading is slow. */
    public static final int MAX_POINTS = 3_600;

    public static final Duration SPACING = Duration.ofSeconds(1);

    private final Object lock = new Object();
    private final int maxPoints;
    private final Duration spacing;

    @GuardedBy("lock") private final ArrayDeque<BasisPoint> points = new ArrayDeque<>();

    /** From when the last point counts; the point itself moves on until the spacing is over. */
    @GuardedBy("lock") private Instant lastBegan = Instant.MIN;

    public BasisTrend() {
        this(MAX_POINTS, SPACING);
    }

    public BasisTrend(int maxPoints, Duration spacing) {
        if (maxPoints < 1) {
            throw new IllegalArgumentException("At least 1 point of the basis, not " + maxPoints);
        }
        if (spacing.isNegative()) {
            throw new IllegalArgumentException("Points of the basis cannot be " + spacing + " apart");
        }
        this.maxPoints = maxPoints;
        this.spacing = spacing;
    }

    @Override
    public void moved(BasisPoint point) {
        synchronized (lock) {
            if (points.isEmpty() || !point.at().isBefore(lastBegan.plus(spacing))) {
                append(point);
            } else {
                points.addLast(notBefore(points.removeLast().at(), point));
            }
        }
    }

    /** The points of the last minutes before the newest one, oldest first: what there was to see when there was something. */
    public List<BasisPoint> lastMinutes(int minutes) {
        synchronized (lock) {
            if (points.isEmpty()) {
                return List.of();
            }
            Instant since = points.getLast().at().minus(Duration.ofMinutes(minutes));
            return points.stream().filter(point -> !point.at().isBefore(since)).toList();
        }
    }

    /** Forgets all points. */
    @Override
    public void dayEnded() {
        synchronized (lock) {
            points.clear();
        }
    }

    @GuardedBy("lock") private void append(BasisPoint point) {
        points.addLast(point);
        lastBegan = point.at();
        if (points.size() > maxPoints) {
            points.removeFirst();
        }
    }

    /** A clock that jumps back moves the last point and never the time. */
    private static BasisPoint notBefore(Instant last, BasisPoint point) {
        return point.at().isBefore(last) ? point.movedTo(last) : point;
    }
}
