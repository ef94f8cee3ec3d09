package org.tickcast.feed.log;

import java.util.ArrayList;
import java.util.List;
import org.tickcast.market.MarketEvent;

/**
 * What is written to the log at once.
 *
 * @param feed whether the holder's feed was lost, or is back
 * @param published whether what the board shows after these events is a picture
 */
record Batch(List<MarketEvent> events, Feed feed, boolean published) {

    /** What became of the feed. */
    enum Feed {
        AS_BEFORE,
        LOST,
        BACK
    }

    Batch {
        events = List.copyOf(events);
    }

    boolean isEmpty() {
        return events.isEmpty() && feed == Feed.AS_BEFORE && !published;
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>(events.size() + 1);
        events.forEach(event -> steps.add(new Step.Happened(event)));
        if (published) {
            steps.add(new Step.Published());
        }
        return steps;
    }
}
