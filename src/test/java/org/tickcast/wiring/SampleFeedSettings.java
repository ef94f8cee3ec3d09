package org.tickcast.wiring;

import java.time.Duration;
import org.tickcast.feed.SimulationSettings;
import org.tickcast.feed.SupervisionLimits;
import org.tickcast.rest.IngestLimits;

/** A simulated market as it comes. */
final class SampleFeedSettings {

    static final FeedSettings DEFAULTS = new FeedSettings(
            SimulationSettings.ofSeed(1),
            true,
            null,
            null,
            new IngestSettings(null, new IngestLimits(4, Duration.ofSeconds(10))),
            null,
            new SupervisionLimits(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(1)),
            65_536);

    private SampleFeedSettings() {}
}
