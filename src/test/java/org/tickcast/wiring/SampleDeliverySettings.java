package org.tickcast.wiring;

import java.time.Duration;
import org.tickcast.broadcast.BroadcastLimits;
import org.tickcast.socket.DrainLimits;
import org.tickcast.socket.HeartbeatLimits;

/** How clients are served when nothing is set. */
final class SampleDeliverySettings {

    static final DeliverySettings DEFAULTS = new DeliverySettings(
            BroadcastLimits.every(Duration.ofMillis(500)),
            HeartbeatLimits.DEFAULTS,
            DrainLimits.DEFAULTS,
            false,
            64 * 1024,
            Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors() / 2)),
            Duration.ofSeconds(10));

    private SampleDeliverySettings() {}
}
