package org.tickcast.ops.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import java.util.function.IntSupplier;

/**
 * Where everything that is counted comes together, and is read as Prometheus reads it. Reading adds up counters and asks
 * for a few sizes; it goes through no sockets.
 *
 * <p>Threads: any.
 */
public final class Meters implements AutoCloseable {

    /** What a reader is told of the text. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    MeterRegistry registry() {
        return registry;
    }

    /** A histogram with these upper bounds. */
    Durations durations(String name, String description, double... seconds) {
        Durations durations = new Durations(name, description, seconds);
        registry.getPrometheusRegistry().register(durations);
        return durations;
    }

    /** A gauge whose name ends as only that of a counter should, and which Micrometer would rename. */
    void misnamedGauge(String name, String description, IntSupplier value) {
        registry.getPrometheusRegistry()
                .register(() -> GaugeSnapshot.builder()
                        .name(name)
                        .help(description)
                        .dataPoint(GaugeDataPointSnapshot.builder()
                                .value(value.getAsInt())
                                .build())
                        .build());
    }

    /** All of it, as it is now. */
    public String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        registry.close();
    }
}
