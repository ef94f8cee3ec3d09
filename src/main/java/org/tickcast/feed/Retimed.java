package org.tickcast.feed;

import java.time.Instant;
import org.tickcast.market.DailyReset;
import org.tickcast.market.ForeignFlow;
import org.tickcast.market.FuturesQuote;
import org.tickcast.market.FuturesTrade;
import org.tickcast.market.IndexValue;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.PriceBand;
import org.tickcast.market.Quote;
import org.tickcast.market.Trade;

/** The same event at another time. */
final class Retimed {

    private Retimed() {}

    static MarketEvent at(Instant at, MarketEvent event) {
        if (event instanceof Trade e) {
            return new Trade(e.symbol(), e.price(), e.volume(), e.session(), at);
        } else if (event instanceof Quote e) {
            return new Quote(e.symbol(), e.bids(), e.asks(), at);
        } else if (event instanceof PriceBand e) {
            return new PriceBand(e.symbol(), e.reference(), e.ceiling(), e.floor(), at);
        } else if (event instanceof FuturesQuote e) {
            return new FuturesQuote(e.contract(), e.bid(), e.ask(), at);
        } else if (event instanceof FuturesTrade e) {
            return new FuturesTrade(e.contract(), e.price(), e.volume(), e.reference(), at);
        } else if (event instanceof IndexValue e) {
            return at(at, e);
        } else if (event instanceof ForeignFlow e) {
            return at(at, e);
        } else if (event instanceof DailyReset) {
            return new DailyReset(at);
        }
        throw new IllegalStateException("No other time can be given to " + event);
    }

    private static IndexValue at(Instant at, IndexValue e) {
        return new IndexValue(
                e.index(), e.value(), e.priorValue(), e.totalVolume(), e.advances(), e.declines(), e.unchanged(), at);
    }

    private static ForeignFlow at(Instant at, ForeignFlow e) {
        return new ForeignFlow(
                e.symbol(),
                e.buyVolume(),
                e.sellVolume(),
                e.buyValue(),
                e.sellValue(),
                e.totalRoom(),
                e.currentRoom(),
                at);
    }
}
