package org.tickcast.feed.log;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tickcast.cluster.Checkpoint;
import org.tickcast.cluster.FeedLease;
import org.tickcast.cluster.FeedLog;
import org.tickcast.cluster.LogAway;
import org.tickcast.cluster.LogPosition;

/**
 * Holds the lease of a log that is empty, or of which something is lost: begins a generation with what this node has.
 * Nothing happens meanwhile; the feed's events wait.
 */
final class Beginning implements Part {

    private final Desk desk;
    private final boolean wasRunning;
    private final Elapsing look;
    private @Nullable LogPosition end;
    private @Nullable CompletableFuture<byte[]> saving;

    /** @param wasRunning whether this node's feed was heard before, so that its clients should not lose it */
    Beginning(Desk desk, @Nullable LogPosition end, boolean wasRunning) {
        this.desk = desk;
        this.end = end;
        this.wasRunning = wasRunning;
        this.look = desk.elapsing(desk.limits.log().look());
        desk.beginOwnEpoch();
    }

    @Override
    public Standing standing() {
        return Standing.JOINING;
    }

    @Override
    public Part step() {
        if (look.isOver()) {
            look.restart();
            FeedLease.View view = desk.lease.hold(desk.holder());
            end = view.end();
            if (!view.mine()) {
                return giveUp();
            }
        }
        if (saving == null) {
            saving = desk.publishAndSave();
        }
        return saving.isDone() ? begin(saving.join()) : this;
    }

    /** It may have been written all the same, so the epoch is nobody's own any more. */
    @Override
    public Part failed(LogAway why) {
        desk.epochIsShared();
        return wasRunning ? new Alone(desk) : new Following(desk);
    }

    private Part begin(byte[] board) {
        LogPosition at = desk.freshBeginning(end);
        FeedLog.Outcome outcome = desk.log.begin(
                desk.holder(), new Checkpoint(at, desk.saved(board).toBytes()));
        return switch (outcome) {
            case WRITTEN -> {
                desk.epochIsShared();
                desk.reach(at);
                yield new Writing(desk);
            }
            case NOT_HOLDER -> giveUp();
            case NOT_THE_END -> {
                look.stop(); // Another look says where it ends.
                yield this;
            }
        };
    }

    private Part giveUp() {
        desk.losePosition();
        desk.changeHolder();
        return new Following(desk);
    }
}
