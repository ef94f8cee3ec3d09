package org.tickcast.wire;

import java.util.List;
import org.tickcast.market.ForeignActivity;
import org.tickcast.market.ForeignSummary;

/** What foreign investors did, over the whole market and with every single stock. */
public record ForeignDetailView(ForeignView summary, List<ForeignView.Investor> stocks) {

    static ForeignDetailView of(ForeignSummary summary, List<ForeignActivity> stocks) {
        return new ForeignDetailView(
                ForeignView.of(summary),
                stocks.stream().map(ForeignView.Investor::of).toList());
    }
}
