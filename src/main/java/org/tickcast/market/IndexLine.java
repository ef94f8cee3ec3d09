package org.tickcast.market;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * The line of an index through the last part of the day. Points are numbered from 0 on; the oldest go, the newest may
 * still move, and each knows the version at which it last did. Belongs to the board, and so to the tick.
 */
final class IndexLine {

    private final BoardLimits limits;
    private final ArrayDeque<NumberedPoint> points = new ArrayDeque<>();

    IndexLine(BoardLimits limits) {
        this.limits = limits;
    }

    /** The line always ends at the newest value; a point that is still young moves instead of getting a neighbour. */
    void extend(Instant at, double value, long version) {
        NumberedPoint last = points.peekLast();
        if (last == null) {
            points.addLast(new NumberedPoint(0, version, new IntradayPoint(at, value)));
        } else if (isYoung(last.point(), at)) {
            move(last, value, version);
        } else {
            points.addLast(new NumberedPoint(last.number() + 1, version, new IntradayPoint(at, value)));
        }
        if (points.size() > limits.intradayPoints()) {
            points.removeFirst();
        }
    }

    /** The number of the oldest point that is still there. */
    long firstNumber() {
        return points.isEmpty() ? 0 : points.getFirst().number();
    }

    /** The number of the newest point; -1 while there is none. */
    long lastNumber() {
        return points.isEmpty() ? -1 : points.getLast().number();
    }

    List<IntradayPoint> all() {
        return points.stream().map(NumberedPoint::point).toList();
    }

    /** The points at the end of the line that a picture of this version does not have, oldest first. */
    List<IntradayPoint> since(long base) {
        List<IntradayPoint> tail = new ArrayList<>();
        Iterator<NumberedPoint> newestFirst = points.descendingIterator();
        while (newestFirst.hasNext()) {
            NumberedPoint next = newestFirst.next();
            if (next.changedAt() <= base) {
                break; // Points change in order, so those before this one are older still.
            }
            tail.add(next.point());
        }
        Collections.reverse(tail);
        return tail;
    }

    private void move(NumberedPoint last, double value, long version) {
        if (last.point().value() != value) {
            points.removeLast();
            points.addLast(new NumberedPoint(
                    last.number(), version, new IntradayPoint(last.point().at(), value)));
        }
    }

    private boolean isYoung(IntradayPoint point, Instant now) {
        return Duration.between(point.at(), now).compareTo(limits.intradaySpacing()) < 0;
    }

    private record NumberedPoint(long number, long changedAt, IntradayPoint point) {}
}
