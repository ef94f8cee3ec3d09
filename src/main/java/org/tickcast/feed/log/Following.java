package org.tickcast.feed.log;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tickcast.cluster.Checkpoint;
import org.tickcast.cluster.FeedLease;
import org.tickcast.cluster.LogAway;
import org.tickcast.cluster.LogEntry;
import org.tickcast.cluster.LogPosition;

/**
 * Lets happen what another node writes, and takes over when that is gone.
 *
 * <p>Each look at the lease tries to take it. Who has it goes on behind the last entry, once it has read that far; where
 * there is no log, or none that can be followed, it begins one with what it has.
 */
final class Following implements Part {

    private final Desk desk;
    private final Elapsing look;
    private final Elapsing away;
    private final Elapsing patience;
    private @Nullable CompletableFuture<Void> loading;
    /** Whether there is no checkpoint from which it could go on. */
    private boolean stuck;

    /** The checkpoint that was loaded, as long as nothing has followed it. */
    private @Nullable LogPosition tried;

    private boolean follows;

    Following(Desk desk) {
        this.desk = desk;
        this.look = desk.elapsing(desk.limits.log().look());
        this.away = desk.elapsing(desk.limits.log().lease());
        this.patience = desk.elapsing(desk.limits.log().look());
        desk.feedOff();
    }

    @Override
    public Standing standing() {
        if (away.isRunning() && away.isOver()) {
            return Standing.CUT_OFF;
        }
        return follows && !stuck ? Standing.FOLLOWING : Standing.JOINING;
    }

    @Override
    public Part step() {
        if (patience.isRunning() && !patience.isOver()) {
            return this;
        }
        patience.stop();
        if (loading != null && !hasLoaded(loading)) {
            return this;
        }
        Part next = look.isOver() ? lookWhoHolds() : this;
        if (next == this) {
            readOn();
            reachable();
        }
        return next;
    }

    @Override
    public Part failed(LogAway why) {
        patience.restart();
        away.start();
        if (away.isOver()) {
            desk.reached(false);
        }
        return this;
    }

    private void reachable() {
        if (away.isRunning()) {
            away.stop();
            desk.reached(true);
        }
    }

    private Part lookWhoHolds() {
        look.restart();
        FeedLease.View view = desk.lease.hold(desk.holder());
        LogPosition end = view.end();
        LogPosition position = desk.position();
        boolean isLost = end == null || (position != null && end.compareTo(position) < 0);
        if (view.mine() && (isLost || stuck)) {
            return new Beginning(desk, end, false);
        }
        if (view.mine() && end != null && end.equals(position)) {
            return new Writing(desk);
        }
        if (isLost && position != null) {
            desk.losePosition();
        }
        return this;
    }

    private void readOn() {
        LogPosition position = desk.position();
        if (position == null) {
            loadCheckpoint();
        } else if (desk.steps.hasRoomFor(desk.limits.stepsOfOneLook())) {
            List<LogEntry> entries = desk.log.read(position, KeeperLimits.MOST_ENTRIES, desk.limits.patience());
            for (LogEntry entry : entries) {
                if (!follow(entry)) {
                    return;
                }
            }
        }
    }

    private boolean follow(LogEntry entry) {
        LogPosition position = desk.position();
        if (position == null || !position.next().equals(entry.at())) {
            desk.losePosition();
            return false;
        }
        desk.letHappen(read(entry));
        desk.reach(entry.at());
        tried = null;
        stuck = false;
        follows = true;
        return true;
    }

    private Batch read(LogEntry entry) {
        try {
            return desk.text().read(entry.text());
        } catch (IllegalArgumentException ofAnotherVersion) {
            throw new LogAway("The log has an entry that this version cannot read", ofAnotherVersion);
        }
    }

    private void loadCheckpoint() {
        Checkpoint checkpoint = desk.log.checkpoint();
        if (checkpoint == null) {
            stuck = true;
            patience.restart();
            return;
        }
        if (checkpoint.at().equals(tried)) {
            stuck = true;
            patience.restart();
            return;
        }
        try {
            loading = desk.load(
                    SavedMarket.of(checkpoint.state(), desk.limits.log().mostBytes()));
        } catch (IllegalArgumentException ofAnotherVersion) {
            throw new LogAway("The log has a checkpoint that this version cannot read", ofAnotherVersion);
        }
        desk.reach(checkpoint.at());
        tried = checkpoint.at();
        stuck = false;
    }

    /** Whether the tick has done it. */
    private boolean hasLoaded(CompletableFuture<Void> load) {
        if (!load.isDone()) {
            return false;
        }
        loading = null;
        if (load.isCompletedExceptionally()) {
            desk.losePosition();
            throw new LogAway(
                    "The log has a checkpoint that this version cannot read",
                    load.handle((done, why) -> why).join());
        }
        follows = true;
        return true;
    }
}
