package org.tickcast.feed;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.tickcast.market.MarketEvent;

/**
 * Where events wait for the tick. It holds so many and no more; a feed that is faster than the tick for long is told
 * so, and waits.
 *
 * <p>Threads: any thread may put; the tick takes.
 */
public final class Inbox implements EventSink, Inflow {

    private final BlockingQueue<MarketEvent> waiting;

    public Inbox(int capacity) {
        waiting = new ArrayBlockingQueue<>(capacity);
    }

    @Override
    public boolean offer(MarketEvent event) {
        return waiting.offer(event);
    }

    @Override
    public int room() {
        return waiting.remainingCapacity();
    }

    /** Hands over what waits now. An event that its reader fails on is gone, and those behind it stay for the next time. */
    @Override
    public void drainTo(Consumer<MarketEvent> reader) {
        int now = waiting.size();
        for (int i = 0; i < now; i++) {
            MarketEvent event = waiting.poll();
            if (event == null) {
                return;
            }
            reader.accept(event);
        }
    }
}
