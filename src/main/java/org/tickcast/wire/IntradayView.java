package org.tickcast.wire;

import java.util.List;
import org.tickcast.market.IntradayPoint;
import org.tickcast.market.Symbol;

/** The line of one index through the last part of the day, the newest point last. */
public record IntradayView(String indexId, List<IndexView.Point> points) {

    static IntradayView of(Symbol index, List<IntradayPoint> line) {
        return new IntradayView(
                index.code(), line.stream().map(IndexView.Point::of).toList());
    }
}
