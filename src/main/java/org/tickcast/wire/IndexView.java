package org.tickcast.wire;

import java.util.List;
import org.tickcast.market.IndexPicture;
import org.tickcast.market.IndexValue;
import org.tickcast.market.IntradayPoint;

/** One index, in points. */
public record IndexView(
        String indexId,
        double value,
        double priorValue,
        double change,
        double ratioChange,
        long totalVolume,
        int advances,
        int declines,
        int noChanges,
        List<Point> intraday,
        String lastUpdated,
        double advanceRatio) {

    static IndexView of(IndexPicture index) {
        IndexValue latest = index.latest();
        return new IndexView(
                latest.index().code(),
                Decimals.cents(latest.value()),
                Decimals.cents(latest.priorValue()),
                Decimals.cents(index.change()),
                Decimals.cents(index.changePercent()),
                latest.totalVolume(),
                latest.advances(),
                latest.declines(),
                latest.unchanged(),
                index.intraday().stream().map(Point::of).toList(),
                VietnamTime.write(latest.at()),
                Decimals.cents(index.advanceRatio()));
    }

    /** One point of its line. */
    public record Point(String timestamp, double value) {

        static Point of(IntradayPoint point) {
            return new Point(VietnamTime.write(point.at()), Decimals.cents(point.value()));
        }
    }
}
