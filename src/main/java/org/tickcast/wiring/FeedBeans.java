package org.tickcast.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.rate.GuessRate;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.feed.FeedSupervisor;
import org.tickcast.feed.Inbox;
import org.tickcast.feed.IngestFeed;
import org.tickcast.feed.Metronome;
import org.tickcast.market.MarketTime;
import org.tickcast.market.SessionClock;
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
        return FedMarket.of(settings, ingest, new SessionClock(market.calendar()), CLOCK, metronome);
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
    FeedSupervisor supervisor(FedMarket market, FeedSettings settings, Metronome metronome, Broadcaster broadcaster) {
        return new FeedSupervisor(
                market.feed(),
                settings.supervision(),
                market::mustSpeak,
                CLOCK,
                metronome,
                new SecureRandom(),
                status -> broadcaster.feedConnected(status.connected()));
    }

    @Produces
    @Singleton
    TapeDesk tapeDesk(FeedSupervisor supervisor, OperatorListener listener) {
        return new TapeDesk(supervisor.tape(), listener);
    }
}
