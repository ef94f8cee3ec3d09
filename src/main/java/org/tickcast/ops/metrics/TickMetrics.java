package org.tickcast.ops.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickcast.market.DailyReset;
import org.tickcast.market.ForeignFlow;
import org.tickcast.market.FuturesQuote;
import org.tickcast.market.FuturesTrade;
import org.tickcast.market.IndexValue;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.PriceBand;
import org.tickcast.market.Quote;
import org.tickcast.market.Trade;
import org.tickcast.market.alert.Alert;
import org.tickcast.market.alert.AlertType;

/**
 * Measures the tick and what happens in it, and knows when it last went by.
 *
 * <p>Threads: the tick tells, any thread asks.
 */
public final class TickMetrics implements TickListener {

    private static final Map<Class<? extends MarketEvent>, String> CHANNELS = Map.of(
            Trade.class, "trade",
            FuturesTrade.class, "trade",
            Quote.class, "quote",
            FuturesQuote.class, "quote",
            ForeignFlow.class, "foreign",
            IndexValue.class, "index",
            PriceBand.class, "other",
            DailyReset.class, "other");

    private final LongSupplier nanoTime;
    private final Map<Class<? extends MarketEvent>, Counter> events;
    private final Map<AlertType, Counter> alerts = new EnumMap<>(AlertType.class);
    private final Durations classification;
    private final Durations duration;
    private boolean somethingHappened;
    private volatile boolean ticked;
    private volatile long lastTickNanos;
    private volatile long lastEventNanos;

    /** @param nanoTime such as {@link System#nanoTime}, and what the tick goes by */
    public TickMetrics(Meters meters, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lastTickNanos = nanoTime.getAsLong();
        this.lastEventNanos = lastTickNanos;
        events = events(meters);
        Stream.of(AlertType.values()).forEach(type -> alerts.put(type, alerts(meters, type)));
        classification = meters.durations(
                "trade_classification_duration_seconds",
                "What it takes the board to see a trade happen and who began it",
                .0001,
                .0005,
                .001,
                .005,
                .01,
                .05);
        duration = meters.durations(
                "tickcast_tick_duration_seconds",
                "From the start of a tick until all its frames are on their way",
                .0005,
                .001,
                .005,
                .01,
                .05,
                .1,
                .5,
                1);
        Gauge.builder("tickcast_feed_age_seconds", () -> age(lastEventNanos))
                .description("How long ago an event last happened on the board")
                .register(meters.registry());
        Gauge.builder("tickcast_tick_age_seconds", () -> age(lastTickNanos))
                .description("How long ago the tick last went by")
                .register(meters.registry());
    }

    @Override
    public void happened(MarketEvent event, long nanos) {
        somethingHappened = true;
        Counter counter = events.get(event.getClass());
        if (counter != null) {
            counter.increment();
        }
        if (event instanceof Trade) {
            classification.record(nanos);
        }
    }

    @Override
    public void raised(Alert alert) {
        Counter counter = alerts.get(alert.type());
        if (counter != null) {
            counter.increment();
        }
    }

    @Override
    public void ticked(long nanos, long now) {
        duration.record(nanos);
        lastTickNanos = now;
        ticked = true;
        if (somethingHappened) {
            somethingHappened = false;
            lastEventNanos = now;
        }
    }

    /** Whether the tick has gone by at all. */
    public boolean hasTicked() {
        return ticked;
    }

    /** How long ago the tick last went by; until then, how long this has been there. */
    public Duration sinceLastTick() {
        return Duration.ofNanos(nanoTime.getAsLong() - lastTickNanos);
    }

    private double age(long then) {
        return (nanoTime.getAsLong() - then) / 1e9;
    }

    private static Map<Class<? extends MarketEvent>, Counter> events(Meters meters) {
        return CHANNELS.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        kind -> Counter.builder("ssi_messages_received_total")
                                .description("Events of the feed that have happened on the board")
                                .tag("channel", kind.getValue())
                                .register(meters.registry())));
    }

    private static Counter alerts(Meters meters, AlertType type) {
        return Counter.builder("alert_signals_fired_total")
                .description("Alerts that were raised")
                .tag("signal_type", type.name().toLowerCase(Locale.ROOT))
                .register(meters.registry());
    }
}
