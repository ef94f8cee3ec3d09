package org.tickcast.feed;

import org.tickcast.market.MarketEvent;

/** Where a feed puts its events: the inbox, or something that looks at them on their way there. Any thread may put. */
public interface EventSink {

    /** Leaves an event, or returns false when there is no room: then the feed has to offer it again. */
    boolean offer(MarketEvent event);

    /** How many events can be offered now without being turned away, as long as nobody else offers. */
    int room();
}
