package org.tickcast.ops.metrics;

import io.micrometer.core.instrument.Gauge;
import java.util.Locale;
import org.tickcast.feed.FeedStatus;
import org.tickcast.feed.FeedSupervisor;
import org.tickcast.feed.Inbox;
import org.tickcast.socket.Drain;

/** Shows how the feed is doing, what waits for the tick, and whether everybody is being let go. */
public final class FeedMetrics {

    private FeedMetrics() {}

    public static void show(Meters meters, FeedSupervisor feed, Inbox inbox, int inboxCapacity, Drain drain) {
        for (FeedStatus.State state : FeedStatus.State.values()) {
            Gauge.builder("tickcast_feed_state", () -> feed.status().state() == state ? 1 : 0)
                    .description("1 for the state in which the feed is")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(meters.registry());
        }
        Gauge.builder("tickcast_inbox_events", () -> inboxCapacity - inbox.room())
                .description("Events that wait for the tick")
                .register(meters.registry());
        Gauge.builder("tickcast_inbox_capacity", () -> inboxCapacity)
                .description("How many may wait before the feed has to")
                .register(meters.registry());
        Gauge.builder("tickcast_draining", () -> drain.isDraining() ? 1 : 0)
                .description("1 while everybody is let go and nobody comes in")
                .register(meters.registry());
    }
}
