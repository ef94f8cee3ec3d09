package org.tickcast.wire;

import java.util.Collection;
import java.util.List;
import org.tickcast.market.SessionStats;

/** Session statistics of every stock. */
public record VolumeStatsView(List<StatsView> stats) {

    static VolumeStatsView of(Collection<SessionStats> stocks) {
        return new VolumeStatsView(stocks.stream().map(StatsView::of).toList());
    }
}
