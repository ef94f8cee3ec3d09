package org.tickcast.ops.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * Shows the JVM and the process. Of the collectors only their own counters: Micrometer's binder for them leaves a listener
 * with the JVM, which would keep an application that was undeployed.
 */
public final class MachineMetrics {

    private MachineMetrics() {}

    public static void show(Meters meters) {
        new JvmMemoryMetrics().bindTo(meters.registry());
        new JvmThreadMetrics().bindTo(meters.registry());
        new ClassLoaderMetrics().bindTo(meters.registry());
        new ProcessorMetrics().bindTo(meters.registry());
        new FileDescriptorMetrics().bindTo(meters.registry());
        new UptimeMetrics().bindTo(meters.registry());
        ManagementFactory.getGarbageCollectorMXBeans().forEach(collector -> show(meters, collector));
    }

    private static void show(Meters meters, GarbageCollectorMXBean collector) {
        FunctionCounter.builder("jvm_gc_collections_total", collector, GarbageCollectorMXBean::getCollectionCount)
                .description("Garbage collections")
                .tag("gc", collector.getName())
                .register(meters.registry());
        FunctionCounter.builder("jvm_gc_seconds_total", collector, of -> of.getCollectionTime() / 1e3)
                .description("Time spent in garbage collections")
                .tag("gc", collector.getName())
                .register(meters.registry());
    }
}
