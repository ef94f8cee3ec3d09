package org.tickcast.ops;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.LeaseBook;
import org.tickcast.cluster.redis.RedisHealth;
import org.tickcast.feed.FeedStatus;
import org.tickcast.ops.metrics.TickMetrics;

/**
 * Says whether the server has started, whether it goes on, whether it has a market to show, and whether it hears others.
 *
 * <p>Threads: any.
 */
public final class HealthDesk {

    static final String STARTED = "started";
    static final String TICK = "tick";
    static final String MARKET = "market";
    static final String NODES = "nodes";

    private static final String REASON = "reason";

    private final TickMetrics tick;
    private final Duration longestPause;
    private final String feed;
    private final Supplier<FeedStatus> status;
    private final BooleanSupplier marketOpen;
    private final LeaseBook leases;
    private final @Nullable RedisHealth redis;
    private final Version version;

    /**
     * @param longestPause between two ticks, beyond which something is wrong
     * @param status how the market is doing that is shown, whichever node it comes from
     * @param redis over which nodes meet; null where there is one node
     * @param marketOpen whether the feed should have something to say now
     */
    public HealthDesk(
            TickMetrics tick,
            Duration longestPause,
            String feed,
            Supplier<FeedStatus> status,
            BooleanSupplier marketOpen,
            LeaseBook leases,
            @Nullable RedisHealth redis,
            Version version) {
        this.tick = tick;
        this.longestPause = longestPause;
        this.feed = feed;
        this.status = status;
        this.marketOpen = marketOpen;
        this.leases = leases;
        this.redis = redis;
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
        FeedStatus now = status.get();
        boolean open = marketOpen.getAsBoolean();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("feed", feed);
        data.put("state", now.state().name().toLowerCase(Locale.ROOT));
        data.put("connections", leases.total());
        data.put("users", leases.users());
        data.put("version", version.text());
        if (!now.connected()) {
            data.put(REASON, reason(now, open));
        }
        return answer(MARKET, now.connected() || !open, data);
    }

    /** Never a reason to send clients elsewhere: without Redis a node goes on alone. */
    HealthCheckResponse nodes() {
        Map<String, Object> data = new LinkedHashMap<>();
        RedisHealth.State state = redis == null ? null : redis.state();
        data.put("redis", state == null ? "none" : state.connected() ? "connected" : "away");
        if (state != null && state.awaySince() != null) {
            data.put("degraded_since", state.awaySince().toString());
            data.put(
                    REASON,
                    "Redis is away, and this node goes on alone" + (state.why() == null ? "" : ": " + state.why()));
        }
        return answer(NODES, true, data);
    }

    private String reason(FeedStatus status, boolean open) {
        String words = "The " + feed + " feed is "
                + status.state().name().toLowerCase(Locale.ROOT)
                + (status.why().isEmpty() ? "" : ": " + status.why());
        return open ? words : words + "; its market is closed";
    }

    private static HealthCheckResponse answer(String name, boolean up, Map<String, Object> data) {
        return new HealthCheckResponse(name, up ? Status.UP : Status.DOWN, Optional.of(data));
    }
}
