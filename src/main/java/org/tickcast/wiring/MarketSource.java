package org.tickcast.wiring;

import org.tickcast.feed.EventSink;
import org.tickcast.feed.FeedStatus;
import org.tickcast.feed.Inflow;

/** Where this gateway's market comes from, and how it gets to the tick. */
interface MarketSource {

    /** What the feed is called. */
    String feed();

    /** How the market is doing that is shown, whichever node's feed it comes from. Any thread may ask. */
    FeedStatus status();

    /** Where the feed's events go. */
    EventSink sink();

    /**
     * Where the ends of days go that the clock tells.
     *
     * @param sink leads to {@link #sink}
     */
    EventSink dayEnds(EventSink sink);

    /** What the tick lets happen. */
    Inflow inflow();

    /**
     * From now on the feed runs, when it is wanted.
     *
     * @param sink leads to {@link #sink}, and is what the feed is to use
     */
    void start(EventSink sink);

    void close();
}
