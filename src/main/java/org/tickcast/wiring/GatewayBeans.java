package org.tickcast.wiring;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tickcast.admission.LeaseBook;
import org.tickcast.broadcast.BoardQuestions;
import org.tickcast.feed.DayEnd;
import org.tickcast.feed.Metronome;
import org.tickcast.feed.RecordingLimits;
import org.tickcast.feed.TapeRecorder;
import org.tickcast.market.BasisTrend;
import org.tickcast.market.BoardListener;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.Sectors;
import org.tickcast.market.Watchlist;
import org.tickcast.market.alert.AlertBook;
import org.tickcast.market.alert.AlertDesk;
import org.tickcast.ops.ConfigurationDesk;
import org.tickcast.ops.OperatorListener;
import org.tickcast.ops.Orders;
import org.tickcast.rest.BoardAnswers;
import org.tickcast.rest.IngestThreads;
import org.tickcast.rest.ProblemAnswers;
import org.tickcast.socket.Drain;
import org.tickcast.socket.OpenSockets;
import org.tickcast.socket.RefusalWriter;
import org.tickcast.wire.WireCodec;

/** The object graph: every object of which there is one, made from the settings and from each other. */
@ApplicationScoped
public class GatewayBeans {

    private static final InstantSource CLOCK = InstantSource.system();

    @Resource
    @SuppressWarnings("NullAway.Init") // The container's own executor, injected after construction.
    private ManagedScheduledExecutorService threads;

    @Resource
    @SuppressWarnings("NullAway.Init") // The same; what waits for a slow reader here does not hold up what is repeated.
    private ManagedExecutorService answerThreads;

    @Produces
    @Singleton
    GatewaySettings settings() {
        return GatewaySettings.read(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    Metronome metronome() {
        return new ManagedMetronome(threads);
    }

    @Produces
    @Singleton
    MarketSettings marketSettings(GatewaySettings settings) {
        return settings.market();
    }

    @Produces
    @Singleton
    Watchlist watchlist(MarketSettings market) {
        return market.watchlist();
    }

    @Produces
    @Singleton
    Sectors sectors(MarketSettings market) {
        return market.sectors();
    }

    @Produces
    @Singleton
    AlertDesk alertDesk(GatewaySettings settings) {
        return new AlertDesk(settings.alerts(), new SecureRandom());
    }

    @Produces
    @Singleton
    AlertBook alertBook(AlertDesk desk) {
        return desk.book();
    }

    @Produces
    @Singleton
    BasisTrend basisTrend() {
        return new BasisTrend();
    }

    @Produces
    @Singleton
    MarketBoard board(Watchlist watchlist, GatewaySettings settings, AlertDesk alerts, BasisTrend basis) {
        return new MarketBoard(
                UUID.randomUUID().toString(), watchlist, settings.board(), BoardListener.all(List.of(alerts, basis)));
    }

    @Produces
    @Singleton
    BoardQuestions questions(MarketBoard board) {
        return new BoardQuestions(board, BoardQuestions.MOST_WAITING);
    }

    @Produces
    @Singleton
    WireCodec codec() {
        return new WireCodec();
    }

    @Produces
    @Singleton
    RefusalWriter refusals(WireCodec codec) {
        return new RefusalWriter(codec);
    }

    @Produces
    @Singleton
    ProblemAnswers problems(WireCodec codec) {
        return new ProblemAnswers(codec);
    }

    @Produces
    @Singleton
    BoardAnswers answers(BoardQuestions questions, ProblemAnswers problems) {
        return new BoardAnswers(questions, problems, answerThreads);
    }

    @Produces
    @Singleton
    IngestThreads ingestThreads() {
        return new IngestThreads(new ThreadMetronome(answerThreads), System::nanoTime);
    }

    @Produces
    @Singleton
    ConfigurationDesk configurationDesk(GatewaySettings settings, OperatorListener listener) {
        return new ConfigurationDesk(settings.inForce(), listener);
    }

    @Produces
    @Singleton
    Gateway gateway(
            FeedSettings feedSettings,
            MarketSource market,
            BroadcastLoop loop,
            HubLoop hub,
            Orders orders,
            LeaseBook leases,
            OpenSockets sockets,
            SocketSweep sweep,
            Drain drain,
            Metronome metronome) {
        RecordingLimits recording = feedSettings.recording();
        TapeRecorder recorder =
                recording == null ? null : new TapeRecorder(recording, market.feed(), CLOCK, new TapeLog());
        DayEnd dayEnd = feedSettings.endsItsOwnDays() ? null : new DayEnd(feedSettings.reset(), CLOCK);
        return new Gateway(market, dayEnd, recorder, loop, hub, orders, leases, sockets, sweep, drain, metronome);
    }
}
