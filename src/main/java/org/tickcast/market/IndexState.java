package org.tickcast.market;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;

/** One index and its line through the day. Belongs to the board, and so to the tick. */
final class IndexState {

    private final BoardLimits limits;
    private final ArrayDeque<IntradayPoint> line = new ArrayDeque<>();
    private IndexValue latest;

    IndexState(IndexValue first, BoardLimits limits) {
        this.limits = limits;
        this.latest = first;
        extendLine(first);
    }

    void indexed(IndexValue value) {
        latest = value;
        extendLine(value);
    }

    double value() {
        return latest.value();
    }

    IndexPicture picture() {
        return new IndexPicture(latest, List.copyOf(line));
    }

    /** The line always ends at the newest value; a point that is still young moves instead of getting a neighbour. */
    private void extendLine(IndexValue value) {
        Instant at = value.at();
        if (!line.isEmpty() && isYoung(line.getLast(), at)) {
            at = line.removeLast().at();
        }
        line.addLast(new IntradayPoint(at, value.value()));
        if (line.size() > limits.intradayPoints()) {
            line.removeFirst();
        }
    }

    private boolean isYoung(IntradayPoint point, Instant now) {
        return Duration.between(point.at(), now).compareTo(limits.intradaySpacing()) < 0;
    }
}
