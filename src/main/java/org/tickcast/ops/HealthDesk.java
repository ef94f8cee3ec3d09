package org.tickcast.ops;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.tickcast.admission.LeaseBook;
import org.tickcast.feed.FeedStatus;
import org.tickcast.feed.FeedSupervisor;
import org.tickcast.ops.metrics.TickMetrics;

/**
 * Says whether the server has started, whether it goes on, and whether it has a market to show.
 *
 * <p>Threads: any.
 */
public final class HealthDesk {

    static final String STARTED = "started";
    static final String TICK = "tick";
    static final String MARKET = "market";

    private static final String REASON = "reason";

    private final TickMetrics tick;
    private final Duration longestPause;
    private final FeedSupervisor feed;
    private final BooleanSupplier marketOpen;
    private final LeaseBook leases;
    private final Version version;

    /**
     * @param longestPause between two ticks, beyond which something is wrong
     * @param marketOpen whether the feed should have something to say now
     */
    public HealthDesk(
            TickMetrics tick,
            Duration longestPause,
            FeedSupervisor feed,
            BooleanSupplier marketOpen,
            LeaseBook leases,
            Version version) {
        this.tick = tick;
        this.longestPause = longestPause;
        this.feed = feed;
        this.marketOpen = marketOpen;
        this.leases = leases;
        this.version = version;
    }

    HealthCheckResponse started() {
        return tick.hasTicked()
                ? answer(STARTED, true, Map.of("version", version.text()))
                : answer(STARTED, false, Map.of(REASON, "The tick has not run yet"));
    }

    HealthCheckResponse live() {
        Duration since = tick.sinceLastTick();
        boolean moves = since.compareTo(longestPause) <= 0;
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("milliseconds_since_last", since.toMillis());
        if (!moves) {
            data.put(REASON, "The tick has not run for " + since.toSeconds() + " s");
        }
        return answer(TICK, moves, data);
    }

    HealthCheckResponse market() {
        FeedStatus status = feed.status();
        boolean open = marketOpen.getAsBoolean();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("feed", feed.name());
        data.put("state", status.state().name().toLowerCase(Locale.ROOT));
        data.put("connections", leases.total());
        data.put("users", leases.users());
        data.put("version", version.text());
        if (!status.connected()) {
            data.put(REASON, reason(status, open));
        }
        return answer(MARKET, status.connected() || !open, data);
    }

    private String reason(FeedStatus status, boolean open) {
        String words = "The " + feed.name() + " feed is "
                + status.state().name().toLowerCase(Locale.ROOT)
                + (status.why().isEmpty() ? "" : ": " + status.why());
        return open ? words : words + "; its market is closed";
    }

    private static HealthCheckResponse answer(String name, boolean up, Map<String, Object> data) {
        return new HealthCheckResponse(name, up ? Status.UP : Status.DOWN, Optional.of(data));
    }
}
