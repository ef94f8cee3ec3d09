package org.tickcast.feed.log;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tickcast.cluster.FeedLease;
import org.tickcast.cluster.FeedLog;
import org.tickcast.cluster.LogPosition;
import org.tickcast.cluster.NodeId;
import org.tickcast.market.DailyReset;
import org.tickcast.market.MarketEvent;

/**
 * What the parts of a keeper share: how far this node is, and where what it does goes.
 *
 * <p>Threads: belongs to the keeper's; only the last end of a day is read by others.
 */
final class Desk {

    final FeedLog log;
    final FeedLease lease;
    final KeeperLimits limits;
    final Steps steps;
    final FeedQueue queue;

    private final NodeId node;
    private final FeedSwitch feed;
    private final KeeperListener listener;
    private final InstantSource clock;
    private final LongSupplier nanoClock;
    private final Executor helpers;
    private final LogText text = new LogText();
    private long attempts;
    private boolean feedOn;
    private boolean reached = true;
    private boolean feedLost;
    /** Up to where the steps so far lead. None before the first checkpoint, and when it is not known what is missing. */
    private @Nullable LogPosition position;

    private long newestGeneration;
    /** Whether no other node can have published anything in the epoch of this one's board. */
    private boolean ownEpoch = true;

    private volatile Instant dayEnded = Instant.EPOCH;

    Desk(
            NodeId node,
            FeedLog log,
            FeedLease lease,
            KeeperLimits limits,
            FeedSwitch feed,
            KeeperListener listener,
            InstantSource clock,
            LongSupplier nanoClock,
            Executor helpers) {
        this.node = node;
        this.log = log;
        this.lease = lease;
        this.limits = limits;
        this.feed = feed;
        this.listener = listener;
        this.clock = clock;
        this.nanoClock = nanoClock;
        this.helpers = helpers;
        this.steps = new Steps(limits.mostSteps());
        this.queue = new FeedQueue(limits.queuedEvents());
    }

    LogText text() {
        return text;
    }

    Elapsing elapsing(Duration time) {
        return new Elapsing(nanoClock, time);
    }

    Instant now() {
        return clock.instant();
    }

    /** Asks something of the log, and waits for nothing. */
    <T> CompletableFuture<T> ask(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, helpers);
    }

    /** What this node is called while it holds the lease this time. */
    String holder() {
        return node + "/" + attempts;
    }

    /** From now on what was sent as a holder is of no effect. */
    void changeHolder() {
        attempts++;
    }

    @Nullable LogPosition position() {
        return position;
    }

    void reach(LogPosition now) {
        position = now;
        newestGeneration = Math.max(newestGeneration, now.generation());
    }

    void losePosition() {
        position = null;
    }

    /** The place of a generation that nobody has begun before, as far as this node and its clock know. */
    LogPosition freshBeginning(@Nullable LogPosition end) {
        long known = Math.max(newestGeneration, end == null ? 0 : end.generation());
        return new LogPosition(Math.max(known + 1, clock.millis()), 0);
    }

    boolean hasOwnEpoch() {
        return ownEpoch;
    }

    void epochIsShared() {
        ownEpoch = false;
    }

    /** What happens from here on, nobody else lets happen in the same epoch. */
    void beginOwnEpoch() {
        if (!ownEpoch) {
            steps.add(new Step.Begun(UUID.randomUUID().toString()));
            ownEpoch = true;
        }
    }

    /** Has the tick do what is in the log up to there. */
    void letHappen(Batch batch) {
        steps.addAll(batch.steps());
        batch.events().forEach(this::note);
        if (batch.feed() != Batch.Feed.AS_BEFORE) {
            feedIs(batch.feed() == Batch.Feed.LOST);
        }
    }

    CompletableFuture<byte[]> save() {
        CompletableFuture<byte[]> state = new CompletableFuture<>();
        steps.add(new Step.Save(state));
        return state;
    }

    /** In an epoch of this node's own. Else what it has not shown yet would be shown elsewhere, as a version that it has. */
    CompletableFuture<byte[]> publishAndSave() {
        steps.add(new Step.Published());
        return save();
    }

    CompletableFuture<Void> load(SavedMarket saved) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        steps.add(new Step.Load(saved.board(), done));
        dayEnded = saved.dayEnded();
        ownEpoch = false;
        feedIs(saved.feedLost());
        return done;
    }

    SavedMarket saved(byte[] board) {
        return new SavedMarket(feedLost, dayEnded, board);
    }

    Instant dayEnded() {
        return dayEnded;
    }

    void feedOn() {
        if (!feedOn) {
            feedOn = true;
            queue.open();
            feed.on();
        }
    }

    void feedOff() {
        if (feedOn) {
            feedOn = false;
            feed.off();
            queue.close();
        }
    }

    /** What this node's feed is now, if that is not what was said last. */
    Batch.Feed news() {
        if (feed.isLost() == feedLost) {
            return Batch.Feed.AS_BEFORE;
        }
        return feedLost ? Batch.Feed.BACK : Batch.Feed.LOST;
    }

    void feedIs(boolean lost) {
        feedLost = lost;
        tell();
    }

    /** Whether what happens elsewhere reaches this node. */
    void reached(boolean now) {
        reached = now;
        tell();
    }

    private void tell() {
        listener.connected(reached && !feedLost);
    }

    private void note(MarketEvent event) {
        if (event instanceof DailyReset end && end.at().isAfter(dayEnded)) {
            dayEnded = end.at();
        }
    }
}
