package org.tickcast.feed.log;

import java.time.Duration;
import java.util.List;
import org.tickcast.market.MarketEvent;

/** What is written next, and whether it makes a picture: the first change after a silence does at once. */
final class Pace {

    private final Desk desk;
    private final Elapsing interval;
    /** Whoever wrote before may not have come to publish it. */
    private boolean unpublished = true;

    Pace(Desk desk) {
        this.desk = desk;
        this.interval = desk.elapsing(desk.limits.interval());
    }

    /** Waits a little when there is nothing. */
    Batch next() {
        List<MarketEvent> events = desk.queue.take(desk.limits.log().mostEvents(), patience());
        unpublished |= !events.isEmpty();
        boolean published = unpublished && interval.isOver();
        if (published) {
            unpublished = false;
            interval.restart();
        }
        return new Batch(events, desk.news(), published);
    }

    /** What was not published yet does not have to wait for what comes next. */
    private Duration patience() {
        Duration usual = desk.limits.patience();
        return unpublished && interval.left().compareTo(usual) < 0 ? interval.left() : usual;
    }
}
