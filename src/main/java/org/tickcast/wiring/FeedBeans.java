package org.tickcast.wiring;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.rate.GuessRate;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.cluster.FeedLogLimits;
import org.tickcast.cluster.NodeId;
import org.tickcast.cluster.redis.Redis;
import org.tickcast.cluster.redis.RedisFeedLog;
import org.tickcast.feed.FeedSupervisor;
import org.tickcast.feed.Inbox;
import org.tickcast.feed.IngestFeed;
import org.tickcast.feed.Metronome;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.MarketTime;
import org.tickcast.market.SessionClock;
import org.tickcast.ops.FeedDesk;
import org.tickcast.ops.OperatorListener;
import org.tickcast.ops.TapeDesk;
import org.tickcast.rest.IngestEntrance;
import org.tickcast.rest.IngestLimits;
import org.tickcast.socket.AttemptReader;
import org.tickcast.wire.EventCodec;

/** The part of the object graph where events come in: the feed that was chosen, and who watches over it. */
@ApplicationScoped
public class FeedBeans {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final InstantSource STEADY = new SteadyClock();

    @Resource
    @SuppressWarnings("NullAway.Init") // The container's own executor, injected after construction.
    private ManagedExecutorService threads;

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
    FedMarket market(FeedSettings settings, MarketSettings market, IngestFeed ingest, Metronome metronome) {
        return FedMarket.of(settings, ingest, new SessionClock(market.calendar()), CLOCK, STEADY, metronome);
    }

    @Produces
    @Singleton
    MarketTime time(FedMarket market) {
        return market.time();
    }

    @Produces
    @Singleton
    IngestEntrance ingestEntrance(
            FeedSettings settings, AttemptReader attempts, GuessRate guesses, AdmissionListener listener) {
        return new IngestEntrance(settings.ingest().token(), attempts, guesses, listener);
    }

    @Produces
    @Singleton
    IngestLimits ingestLimits(FeedSettings settings) {
        return settings.ingest().limits();
    }

    @Produces
    @Singleton
    FeedSupervisor supervisor(
            FedMarket market, FeedSettings settings, Metronome metronome, Broadcaster broadcaster, NodeBus bus) {
        return new FeedSupervisor(
                market.feed(),
                settings.supervision(),
                market::mustSpeak,
                CLOCK,
                metronome,
                new SecureRandom(),
                status -> {
                    if (bus.redis() == null) { // Where the market is shared, it is not only this feed that counts.
                        broadcaster.feedConnected(status.connected());
                    }
                });
    }

    /** Where there is a Redis, the nodes that use it have one market. */
    @Produces
    @Singleton
    MarketSource source(
            NodeBus bus,
            NodeId node,
            FeedSupervisor feed,
            Inbox inbox,
            FeedSettings settings,
            DeliverySettings delivery,
            MarketBoard board,
            Broadcaster broadcaster) {
        Redis sharing = bus.redis();
        if (sharing == null) {
            return new OwnMarket(feed, inbox);
        }
        return new SharedFeed(
                node,
                feed,
                new RedisFeedLog(sharing, FeedLogLimits.DEFAULTS),
                board,
                broadcaster,
                delivery.broadcast().interval(),
                settings.inboxEvents(),
                CLOCK,
                threads);
    }

    @Produces
    @Singleton
    FeedDesk feedDesk(MarketSource source, FedMarket market, FeedSupervisor supervisor, OperatorListener listener) {
        return new FeedDesk(
                source.feed(),
                source::status,
                market::mustSpeak,
                () -> supervisor.restart("an operator has it started anew"),
                listener);
    }

    @Produces
    @Singleton
    TapeDesk tapeDesk(FeedSupervisor supervisor, OperatorListener listener) {
        return new TapeDesk(supervisor.tape(), listener);
    }
}
