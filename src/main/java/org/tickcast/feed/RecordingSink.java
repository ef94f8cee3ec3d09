package org.tickcast.feed;

import java.util.function.Consumer;
import org.tickcast.market.MarketEvent;

/** Passes events on and shows those that were taken to a recorder, in the very order in which they were taken. */
final class RecordingSink implements EventSink {

    private final EventSink sink;
    private final Consumer<MarketEvent> recorder;

    RecordingSink(EventSink sink, Consumer<MarketEvent> recorder) {
        this.sink = sink;
        this.recorder = recorder;
    }

    /** Synchronized, or two threads could be taken in one order and recorded in the other. */
    @Override
    public synchronized boolean offer(MarketEvent event) {
        boolean taken = sink.offer(event);
        if (taken) {
            recorder.accept(event);
        }
        return taken;
    }

    @Override
    public int room() {
        return sink.room();
    }
}
