package org.tickcast.market.alert;

import org.jspecify.annotations.Nullable;
import org.tickcast.market.BasisPoint;
import org.tickcast.market.ForeignFlow;
import org.tickcast.market.PriceBand;
import org.tickcast.market.Trade;

/** Something to look out for. A rule overrides what it looks at, and remembers what it has to. It belongs to the tick. */
interface AlertRule {

    /** A stock was traded, and between these prices it may trade today, where that is known. */
    default @Nullable Signal traded(Trade trade, @Nullable PriceBand band) {
        return null;
    }

    /** Foreign investors' totals of a stock were reported. */
    default @Nullable Signal flowed(ForeignFlow flow) {
        return null;
    }

    /** A future or its index moved. */
    default @Nullable Signal moved(BasisPoint basis) {
        return null;
    }

    /** Forgets what it remembers, as at the end of a day. */
    default void clear() {}
}
