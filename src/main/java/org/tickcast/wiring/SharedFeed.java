package org.tickcast.wiring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.cluster.FeedLogLimits;
import org.tickcast.cluster.NodeId;
import org.tickcast.cluster.redis.RedisFeedLog;
import org.tickcast.feed.EventSink;
import org.tickcast.feed.FeedStatus;
import org.tickcast.feed.FeedSupervisor;
import org.tickcast.feed.Inflow;
import org.tickcast.feed.Metronome;
import org.tickcast.feed.log.FeedKeeper;
import org.tickcast.feed.log.FeedSwitch;
import org.tickcast.feed.log.KeeperLimits;
import org.tickcast.feed.log.KeeperListener;
import org.tickcast.feed.log.SharedMarket;
import org.tickcast.feed.log.Standing;
import org.tickcast.market.MarketBoard;

/** The market of a gateway that shares it with others: its feed runs while this node holds the lease. */
final class SharedFeed implements MarketSource, FeedSwitch, KeeperListener {

    /** Between two steps, which wait for news themselves. */
    private static final Duration PAUSE = Duration.ofMillis(1);

    /** How long a step waits for news. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final FeedSupervisor supervisor;
    private final RedisFeedLog log;
    private final Broadcaster broadcaster;
    private final FeedKeeper keeper;
    private final SharedMarket market;
    private final Metronome metronome;
    private final InstantSource clock;
    private volatile EventSink sink;
    private volatile Standing standing = Standing.JOINING;
    private volatile boolean connected;
    private volatile Instant since;
    private Metronome.@Nullable Beating beating;

    /**
     * @param interval a picture is published at most once in this time
     * @param threads the keeper needs one of its own
     */
    SharedFeed(
            NodeId node,
            FeedSupervisor supervisor,
            RedisFeedLog log,
            MarketBoard board,
            Broadcaster broadcaster,
            Duration interval,
            int queuedEvents,
            InstantSource clock,
            Executor threads) {
        this.supervisor = supervisor;
        this.log = log;
        this.broadcaster = broadcaster;
        this.clock = clock;
        this.since = clock.instant();
        this.metronome = new ThreadMetronome(threads);
        this.keeper = new FeedKeeper(
                node,
                log,
                log,
                new KeeperLimits(FeedLogLimits.DEFAULTS, interval, PATIENCE, queuedEvents),
                this,
                this,
                clock,
                System::nanoTime,
                threads);
        this.market = keeper.market(board, broadcaster);
        this.sink = keeper.sink();
    }

    @Override
    public String feed() {
        return supervisor.name();
    }

    /** Any thread may ask. */
    Standing standing() {
        return standing;
    }

    @Override
    public FeedStatus status() {
        return switch (standing) {
            case WRITING, ALONE -> supervisor.status();
            case JOINING, CUT_OFF -> new FeedStatus(FeedStatus.State.STALE, "this node " + standing.words(), since);
            case FOLLOWING ->
                connected
                        ? new FeedStatus(FeedStatus.State.CONNECTED, "", since)
                        : new FeedStatus(FeedStatus.State.DOWN, "the node that holds the lease has lost it", since);
        };
    }

    @Override
    public EventSink sink() {
        return keeper.sink();
    }

    @Override
    public EventSink dayEnds(EventSink to) {
        return keeper.dayEnds(to);
    }

    @Override
    public Inflow inflow() {
        return market;
    }

    @Override
    public void start(EventSink to) {
        sink = to;
        log.start();
        beating = metronome.every(PAUSE, "keeper of the shared market", keeper::step);
    }

    @Override
    public void close() {
        if (beating != null) {
            beating.close();
            beating = null;
            keeper.close();
            log.close();
        }
    }

    @Override
    public void on() {
        supervisor.start(sink);
    }

    @Override
    public void off() {
        supervisor.close();
    }

    @Override
    public boolean isLost() {
        FeedStatus status = supervisor.status();
        return status.state() != FeedStatus.State.STARTING && !status.connected();
    }

    @Override
    public void connected(boolean now) {
        connected = now;
        since = clock.instant();
        broadcaster.feedConnected(now);
    }

    @Override
    public void became(Standing now) {
        standing = now; // The keeper has logged it.
        since = clock.instant();
    }
}
