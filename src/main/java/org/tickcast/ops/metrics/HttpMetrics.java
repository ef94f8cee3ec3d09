package org.tickcast.ops.metrics;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Measures requests, by method, path and status. */
public final class HttpMetrics {

    private static final String OTHER = "other";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final Duration[] BOUNDS = LongStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Meters meters;

    public HttpMetrics(Meters meters) {
        this.meters = meters;
    }

    /** @param path one of those that the application has, with names in place of what is variable */
    public void answered(String method, String path, int status, long nanos) {
        Timer.builder("http_request_duration_seconds")
                .description("From a request to the end of its answer")
                .serviceLevelObjectives(BOUNDS)
                .tags("method", METHODS.contains(method) ? method : OTHER, "path", path, "status_code", bounded(status))
                .register(meters.registry())
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private static String bounded(int status) {
        return status >= 100 && status <= 599 ? Integer.toString(status) : OTHER;
    }
}
