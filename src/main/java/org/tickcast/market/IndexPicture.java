package org.tickcast.market;

import java.util.List;

/**
 * An index as it stands, with its line through the last part of the day.
 *
 * @param firstPoint the number of the line's first point; see {@link IndexChanges}
 */
public record IndexPicture(IndexValue latest, long firstPoint, List<IntradayPoint> intraday) {

    public double change() {
        return latest.value() - latest.priorValue();
    }

    public double changePercent() {
        return 100 * change() / latest.priorValue();
    }

    /** The share of risers among the stocks that moved; 0 when none did. */
    public double advanceRatio() {
        int moved = latest.advances() + latest.declines();
        return moved == 0 ? 0 : (double) latest.advances() / moved;
    }
}
