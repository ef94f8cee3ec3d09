package org.tickcast.ops.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import java.util.function.ToDoubleFunction;

/** Shows what came over the bus between servers and was not taken. */
public final class BusMetrics {

    private BusMetrics() {}

    /**
     * @param bus has to be kept by somebody else
     * @param skipped how many entries it has read that none of its servers has written as they stand there
     */
    public static <T> void show(Meters meters, T bus, ToDoubleFunction<T> skipped) {
        FunctionCounter.builder("tickcast_bus_skipped_total", bus, skipped)
                .description("Entries in Redis that are not ours, or not as we wrote them")
                .register(meters.registry());
    }
}
