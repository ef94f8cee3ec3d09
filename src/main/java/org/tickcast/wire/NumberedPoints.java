package org.tickcast.wire;

import java.util.List;

/** A list that grows at its end and may lose its beginning. @param first the number of its first point */
record NumberedPoints(long first, List<Object> points) {

    long last() {
        return first + points.size() - 1;
    }
}
