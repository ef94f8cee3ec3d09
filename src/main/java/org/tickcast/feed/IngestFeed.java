package org.tickcast.feed;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.MarketEvent;
import org.tickcast.wire.EventCodec;

/**
 * The feed that others push in. It has no events of its own: each producer opens a {@link Delivery} and brings lines.
 * It cannot fail, only be silent.
 *
 * <p>Threads: any may open a delivery and offer; the lock keeps an event from slipping in after the feed was closed.
 */
public final class IngestFeed implements Feed {

    private final EventCodec codec;

    @GuardedBy("this") private @Nullable EventSink sink;

    @GuardedBy("this") private final Set<Delivery> open = new HashSet<>();

    public IngestFeed(EventCodec codec) {
        this.codec = codec;
    }

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public synchronized void start(EventSink events, FeedListener listener) {
        sink = events;
    }

    /** Also ends all deliveries: who wants to go on opens a new one when the feed is back. */
    @Override
    public void close() {
        endAll().forEach(Delivery::endedByFeed); // Outside the lock, because each of them may be waiting for it.
    }

    /** Null while the feed is not running. */
    public synchronized @Nullable Delivery open() {
        if (sink == null) {
            return null;
        }
        Delivery delivery = new Delivery(this, codec);
        open.add(delivery);
        return delivery;
    }

    synchronized Delivery.Progress offer(MarketEvent event, Delivery from) {
        if (sink == null || !open.contains(from)) {
            return Delivery.Progress.FEED_CLOSED;
        }
        return sink.offer(event) ? Delivery.Progress.ALL_TAKEN : Delivery.Progress.NO_ROOM;
    }

    synchronized boolean isOpen(Delivery delivery) {
        return open.contains(delivery);
    }

    synchronized void ended(Delivery delivery) {
        open.remove(delivery);
    }

    private synchronized List<Delivery> endAll() {
        List<Delivery> ended = List.copyOf(open);
        sink = null;
        open.clear();
        return ended;
    }
}
