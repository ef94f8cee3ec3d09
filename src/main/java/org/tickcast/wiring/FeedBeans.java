package org.tickcast.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.feed.Feed;
import org.tickcast.feed.FeedSupervisor;
import org.tickcast.feed.Inbox;
import org.tickcast.feed.Metronome;
import org.tickcast.feed.SimulatedFeed;
import org.tickcast.feed.SimulatedMarket;
import org.tickcast.feed.SimulationSettings;
import org.tickcast.feed.TapeFeed;

/** The part of the object graph where events come in: the feed that was chosen, and who watches over it. */
@ApplicationScoped
public class FeedBeans {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final BooleanSupplier ALWAYS = () -> true;

    @Produces
    @Singleton
    FeedSettings settings(GatewaySettings settings) {
        return settings.feed();
    }

    @Produces
    @Singleton
    Inbox inbox(FeedSettings settings) {
        return new Inbox(settings.inboxEvents());
    }

    @Produces
    @Singleton
    FeedSupervisor supervisor(FeedSettings settings, Metronome metronome, Broadcaster broadcaster) {
        Instant began = CLOCK.instant();
        Instant start = settings.start() == null ? began : settings.start();
        return new FeedSupervisor(
                feed(settings, start, metronome),
                settings.supervision(),
                settings.playback() == null ? hours(settings.simulation(), start, began) : ALWAYS,
                CLOCK,
                metronome,
                new SecureRandom(),
                status -> broadcaster.feedConnected(status.connected()));
    }

    private static Feed feed(FeedSettings settings, Instant start, Metronome metronome) {
        if (settings.playback() != null) {
            return new TapeFeed(settings.playback(), CLOCK, metronome);
        }
        SimulationSettings simulation = settings.simulation();
        return new SimulatedFeed(new SimulatedMarket(simulation, start), simulation.speed(), CLOCK, metronome);
    }

    /** Whether the simulated market trades now, in its own time: while it does not, its silence is no fault. */
    private static BooleanSupplier hours(SimulationSettings simulation, Instant start, Instant began) {
        return () -> {
            double millis = Duration.between(began, CLOCK.instant()).toMillis() * simulation.speed();
            Instant there = start.plusMillis((long) millis);
            return simulation.hours().takesOrders(there);
        };
    }
}
