package org.tickcast.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * The line of an index through the last part of the day. Points are numbered from 0 on; the oldest go, the newest may
 * still move, and each knows the version at which it last did. A value that moves it makes nothing. Belongs to the board,
 * and so to the tick.
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
            append(0, at, value, version);
        } else if (at.isBefore(last.youngUntil)) {
            last.move(value, version);
        } else {
            append(last.number + 1, at, value, version);
        }
        if (points.size() > limits.intradayPoints()) {
            points.removeFirst();
        }
    }

    /** The number of the oldest point that is still there. */
    long firstNumber() {
        return points.isEmpty() ? 0 : points.getFirst().number;
    }

    /** The number of the newest point; -1 while there is none. */
    long lastNumber() {
        return points.isEmpty() ? -1 : points.getLast().number;
    }

    List<IntradayPoint> all() {
        return points.stream().map(NumberedPoint::shown).toList();
    }

    /** The points at the end of the line that a picture of this version does not have, oldest first. */
    List<IntradayPoint> since(long base) {
        List<IntradayPoint> tail = new ArrayList<>();
        Iterator<NumberedPoint> newestFirst = points.descendingIterator();
        while (newestFirst.hasNext()) {
            NumberedPoint next = newestFirst.next();
            if (next.changedAt <= base) {
                break; // Points change in order, so those before this one are older still.
            }
            tail.add(next.shown());
        }
        Collections.reverse(tail);
        return tail;
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(firstNumber());
        out.writeInt(points.size());
        for (NumberedPoint point : points) {
            out.writeLong(point.at.getEpochSecond());
            out.writeInt(point.at.getNano());
            out.writeDouble(point.value);
        }
    }

    static IndexLine load(BoardLimits limits, DataInput in, long version) throws IOException {
        IndexLine line = new IndexLine(limits);
        long number = in.readLong();
        for (int left = in.readInt(); left > 0; left--) {
            Instant at = Instant.ofEpochSecond(in.readLong(), in.readInt());
            line.append(number++, at, in.readDouble(), version);
        }
        return line;
    }

    private void append(long number, Instant at, double value, long version) {
        points.addLast(new NumberedPoint(number, at, at.plus(limits.intradaySpacing()), value, version));
    }

    private static final class NumberedPoint {

        private final long number;
        private final Instant at;
        private final Instant youngUntil;
        private double value;
        private long changedAt;

        NumberedPoint(long number, Instant at, Instant youngUntil, double value, long version) {
            this.number = number;
            this.at = at;
            this.youngUntil = youngUntil;
            this.value = value;
            this.changedAt = version;
        }

        void move(double to, long version) {
            if (value != to) {
                value = to;
                changedAt = version;
            }
        }

        IntradayPoint shown() {
            return new IntradayPoint(at, value);
        }
    }
}
