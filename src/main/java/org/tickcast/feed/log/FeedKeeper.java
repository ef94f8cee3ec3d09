package org.tickcast.feed.log;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.cluster.FeedLease;
import org.tickcast.cluster.FeedLog;
import org.tickcast.cluster.LogAway;
import org.tickcast.cluster.NodeId;
import org.tickcast.feed.EventSink;
import org.tickcast.market.DailyReset;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.MarketEvent;

/**
 * Keeps a node's market the same as the others': writes to the log while this node holds the lease, and follows it while
 * another does.
 *
 * <p>Threads: the steps are taken one after the other, and may wait for the log. The lock is for closing meanwhile.
 */
public final class FeedKeeper implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(FeedKeeper.class.getName());

    private final Desk desk;
    private final KeeperListener listener;

    @GuardedBy("this") private @Nullable Part part;

    private volatile Standing standing = Standing.JOINING;

    /** @param helpers wait for the log where the keeper must not */
    public FeedKeeper(
            NodeId node,
            FeedLog log,
            FeedLease lease,
            KeeperLimits limits,
            FeedSwitch feed,
            KeeperListener listener,
            InstantSource clock,
            LongSupplier nanoClock,
            Executor helpers) {
        this.desk = new Desk(node, log, lease, limits, feed, listener, clock, nanoClock, helpers);
        this.listener = listener;
        this.part = new Following(desk);
    }

    /** What the tick has to do, with this board and this broadcaster; to be asked for once, before the first tick. */
    public SharedMarket market(MarketBoard board, Broadcaster broadcaster) {
        return new SharedMarket(desk.steps, board, broadcaster);
    }

    /** Where the feed puts its events. */
    public EventSink sink() {
        return desk.queue;
    }

    /**
     * Where the ends of days go, which every node's clock tells and one is to write.
     *
     * @param sink where they go from a node that writes
     */
    public EventSink dayEnds(EventSink sink) {
        return new EventSink() {
            @Override
            public boolean offer(MarketEvent event) {
                boolean known = event instanceof DailyReset end && !end.at().isAfter(desk.dayEnded());
                return known || sink.offer(event);
            }

            @Override
            public int room() {
                return sink.room();
            }
        };
    }

    /** Any thread may ask. */
    public Standing standing() {
        return standing;
    }

    /** Does the next bit. To be repeated without a pause: where there is nothing to do, it waits a little itself. */
    public synchronized void step() {
        Part now = part;
        if (now == null) {
            return;
        }
        try {
            part = now.step();
        } catch (LogAway why) {
            LOG.log(Level.DEBUG, "The log does not answer", why);
            part = now.failed(why);
        }
        become(part.standing());
    }

    /** Ends the feed, and lets another node take over at once. */
    @Override
    public synchronized void close() {
        Part last = part;
        part = null;
        desk.feedOff();
        if (last instanceof Writing || last instanceof Beginning) {
            try {
                desk.lease.release(desk.holder());
            } catch (LogAway away) {
                LOG.log(Level.DEBUG, "The lease has to expire by itself", away);
            }
        }
    }

    private void become(Standing now) {
        if (now != standing) {
            standing = now;
            Level level = now.isDegraded() ? Level.WARNING : Level.INFO;
            LOG.log(level, "This node {0}", now.words());
            listener.became(now);
        }
    }
}
