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
import org.tickcast.feed.IngestFeed;
import org.tickcast.feed.Metronome;
import org.tickcast.feed.SimulatedFeed;
import org.tickcast.feed.SimulatedMarket;
import org.tickcast.feed.SimulationSettings;
import org.tickcast.feed.TapeFeed;
import org.tickcast.market.SessionClock;
import org.tickcast.market.TradingBoard;
import org.tickcast.market.TradingCalendar;
import org.tickcast.rest.IngestEntrance;
import org.tickcast.rest.IngestLimits;
import org.tickcast.wire.EventCodec;

/** The part of the object graph where events come in: the feed that was chosen, and who watches over it. */
@ApplicationScoped
public class FeedBeans {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final BooleanSupplier ALWAYS = () -> true;
    private static final SessionClock EXCHANGE = new SessionClock(TradingCalendar.vietnam());

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
    IngestFeed ingestFeed() {
        return new IngestFeed(new EventCodec());
    }

    @Produces
    @Singleton
    IngestEntrance ingestEntrance(FeedSettings settings) {
        return new IngestEntrance(settings.ingest().token());
    }

    @Produces
    @Singleton
    IngestLimits ingestLimits(FeedSettings settings) {
        return settings.ingest().limits();
    }

    @Produces
    @Singleton
    FeedSupervisor supervisor(FeedSettings settings, IngestFeed ingest, Metronome metronome, Broadcaster broadcaster) {
        Instant began = CLOCK.instant();
        Instant start = settings.start() == null ? began : settings.start();
        return new FeedSupervisor(
                feed(settings, start, ingest, metronome),
                settings.supervision(),
                marketOpen(settings, start, began),
                CLOCK,
                metronome,
                new SecureRandom(),
                status -> broadcaster.feedConnected(status.connected()));
    }

    private static Feed feed(FeedSettings settings, Instant start, IngestFeed ingest, Metronome metronome) {
        if (settings.ingest().token() != null) {
            return ingest;
        }
        if (settings.playback() != null) {
            return new TapeFeed(settings.playback(), CLOCK, metronome);
        }
        SimulationSettings simulation = settings.simulation();
        return new SimulatedFeed(new SimulatedMarket(simulation, start), simulation.speed(), CLOCK, metronome);
    }

    private static BooleanSupplier marketOpen(FeedSettings settings, Instant start, Instant began) {
        if (settings.ingest().token() != null) {
            return () -> EXCHANGE.phase(TradingBoard.HOSE, CLOCK.instant()).isOpen();
        }
        return settings.playback() == null ? hours(settings.simulation(), start, began) : ALWAYS;
    }

    /** Whether the simulated market trades now, in its own time: while it does not, its silence is no fault. */
    private static BooleanSupplier hours(SimulationSettings simulation, Instant start, Instant began) {
        return () -> {
            double millis = Duration.between(began, CLOCK.instant()).toMillis() * simulation.speed();
            Instant there = start.plusMillis((long) millis);
            return simulation.hours().phase(TradingBoard.HOSE, there).isOpen();
        };
    }
}
