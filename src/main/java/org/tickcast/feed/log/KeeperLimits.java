package org.tickcast.feed.log;

import java.time.Duration;
import org.tickcast.cluster.FeedLogLimits;

/**
 * How a node keeps up with the log.
 *
 * @param log what holds for all nodes
 * @param interval the holder has a picture published at most once in this time
 * @param patience how long the keeper waits for news before it looks after other things
 * @param queuedEvents of the feed, before it has to wait
 */
public record KeeperLimits(FeedLogLimits log, Duration interval, Duration patience, int queuedEvents) {

    /** How many entries are read at once. */
    static final int MOST_ENTRIES = 16;

    /** What one look at the log can lead to at most, and as much again. */
    int mostSteps() {
        return 2 * stepsOfOneLook();
    }

    int stepsOfOneLook() {
        return MOST_ENTRIES * (log.mostEvents() + 2);
    }
}
