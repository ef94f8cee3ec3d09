package org.tickcast.wiring;

import org.tickcast.feed.EventSink;
import org.tickcast.feed.FeedStatus;
import org.tickcast.feed.FeedSupervisor;
import org.tickcast.feed.Inbox;
import org.tickcast.feed.Inflow;

/** The market of a gateway that is alone: what its feed brings happens with the next tick. */
record OwnMarket(FeedSupervisor supervisor, Inbox inbox) implements MarketSource {

    @Override
    public String feed() {
        return supervisor.name();
    }

    @Override
    public FeedStatus status() {
        return supervisor.status();
    }

    @Override
    public EventSink sink() {
        return inbox;
    }

    @Override
    public EventSink dayEnds(EventSink sink) {
        return sink;
    }

    @Override
    public Inflow inflow() {
        return inbox;
    }

    @Override
    public void start(EventSink sink) {
        supervisor.start(sink);
    }

    @Override
    public void close() {
        supervisor.close();
    }
}
