package org.tickcast.feed.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.tickcast.feed.EventSink;
import org.tickcast.market.MarketEvent;

/**
 * Where the events of this node's feed wait to be written to the log. It holds so many and no more, and nothing while it
 * is closed; when it is full the feed waits.
 *
 * <p>Threads: any may offer; the keeper's takes.
 */
final class FeedQueue implements EventSink {

    private final BlockingQueue<MarketEvent> waiting;
    private volatile boolean open;

    FeedQueue(int most) {
        waiting = new ArrayBlockingQueue<>(most);
    }

    @Override
    public boolean offer(MarketEvent event) {
        return open && waiting.offer(event);
    }

    @Override
    public int room() {
        return open ? waiting.remainingCapacity() : 0;
    }

    void open() {
        open = true;
    }

    /** Forgets what waits: it was never written, so it has not happened. */
    void close() {
        open = false;
        waiting.clear();
    }

    /** What waits now, as far as it goes into one entry; waits a little for the first. */
    List<MarketEvent> take(int most, Duration patience) {
        List<MarketEvent> taken = new ArrayList<>();
        try {
            MarketEvent first = waiting.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (first != null) {
                taken.add(first);
                waiting.drainTo(taken, most - 1);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return taken;
    }
}
