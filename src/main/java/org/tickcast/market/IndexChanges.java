package org.tickcast.market;

import java.util.List;
import java.util.Set;

/**
 * What has changed of an index. The points of its line are numbered: a picture drops those before the first number, and
 * takes the new ones in place of those that it has with the same number, up to the last.
 */
public record IndexChanges(Set<IndexField> fields, long firstPoint, long lastPoint, List<IntradayPoint> newPoints) {

    /** The number of the first of the new points. */
    public long firstNewPoint() {
        return lastPoint - newPoints.size() + 1;
    }
}
