package org.tickcast.market;

import java.time.Instant;

/** One thing that happened on the exchange. Its effect on the picture is its {@link #applyTo}. */
public sealed interface MarketEvent
        permits PriceBand, Quote, Trade, ForeignFlow, IndexValue, FuturesQuote, FuturesTrade, DailyReset {

    Instant at();

    /** Calls the one method of the board that is about this kind of event. */
    void applyTo(MarketBoard board);
}
