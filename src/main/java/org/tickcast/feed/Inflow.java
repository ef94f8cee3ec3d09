package org.tickcast.feed;

import java.util.function.Consumer;
import org.tickcast.market.MarketEvent;

/** Where the tick gets what happens. */
public interface Inflow {

    /** Hands over what waits now. To be called by the tick. */
    void drainTo(Consumer<MarketEvent> reader);
}
