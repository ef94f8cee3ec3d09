package org.tickcast.feed.log;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tickcast.cluster.FeedLease;
import org.tickcast.cluster.LogAway;
import org.tickcast.cluster.LogEntry;
import org.tickcast.cluster.LogPosition;

/**
 * Holds the lease: writes what this node's feed brings, and lets it happen once it is written. Here too nothing happens
 * but what is in the log.
 */
final class Writing implements Part {

    private final Desk desk;
    private final Elapsing look;
    private final Elapsing away;
    private final Elapsing retry;
    private final Pace pace;
    private final Checkpoints checkpoints;
    private @Nullable Batch unwritten;

    Writing(Desk desk) {
        this.desk = desk;
        this.look = desk.elapsing(desk.limits.log().look());
        this.away = desk.elapsing(desk.limits.log().lease());
        this.retry = desk.elapsing(desk.limits.log().look().dividedBy(4));
        this.pace = new Pace(desk);
        this.checkpoints = new Checkpoints(desk);
        look.restart();
        desk.feedOn();
    }

    @Override
    public Standing standing() {
        return Standing.WRITING;
    }

    @Override
    public Part step() {
        if (retry.isRunning() && !retry.isOver()) {
            return this;
        }
        retry.stop();
        if (look.isOver()) {
            FeedLease.View view = desk.lease.hold(desk.holder());
            look.restart();
            if (!view.mine()) {
                return lost();
            }
            if (unwritten == null && !Objects.equals(view.end(), desk.position())) {
                return new Beginning(desk, view.end(), true);
            }
        }
        checkpoints.step();
        return write();
    }

    /** As long as the lease lasts nobody else writes. After that this node must not show what looks like the others'. */
    @Override
    public Part failed(LogAway why) {
        retry.restart();
        away.start();
        if (!away.isOver()) {
            return this;
        }
        Batch kept = unwritten;
        Alone alone = new Alone(desk);
        if (kept != null) {
            desk.letHappen(kept);
        }
        return alone;
    }

    private Part write() {
        if (!desk.steps.hasRoomFor(desk.limits.stepsOfOneLook())) {
            return this; // The tick is busy; the feed waits.
        }
        if (unwritten == null) {
            unwritten = pace.next();
        }
        Batch batch = unwritten;
        if (batch.isEmpty()) {
            unwritten = null;
            away.stop();
            return this;
        }
        LogPosition at = Objects.requireNonNull(desk.position()).next();
        return switch (desk.log.append(
                desk.holder(), new LogEntry(at, desk.text().write(batch)))) {
            case WRITTEN -> {
                written(batch, at);
                yield this;
            }
            case NOT_HOLDER -> lost();
            case NOT_THE_END -> {
                Beginning anew = new Beginning(desk, null, true);
                desk.letHappen(batch);
                yield anew;
            }
        };
    }

    private void written(Batch batch, LogPosition at) {
        unwritten = null;
        away.stop();
        desk.letHappen(batch);
        desk.reach(at);
        checkpoints.wrote(at, batch);
    }

    private Part lost() {
        desk.changeHolder();
        return new Following(desk);
    }
}
