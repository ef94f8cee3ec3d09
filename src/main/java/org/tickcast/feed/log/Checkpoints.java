package org.tickcast.feed.log;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tickcast.cluster.Checkpoint;
import org.tickcast.cluster.LogPosition;

/** Leaves a checkpoint now and then, right behind a picture, and lets go of what is older than anybody needs. */
final class Checkpoints {

    private static final System.Logger LOG = System.getLogger(Checkpoints.class.getName());

    private final Desk desk;
    private final Elapsing pause;
    /** Where the log was when, oldest first; at most as many as there are checkpoints within the longest time. */
    private final Deque<Left> left = new ArrayDeque<>();

    private @Nullable Saving saving;
    private boolean saidTooLarge;

    /** The newest entry, if all that is in the log is a picture. */
    private @Nullable LogPosition published;

    private int entries;

    Checkpoints(Desk desk) {
        this.desk = desk;
        this.pause = desk.elapsing(desk.limits.log().checkpoint());
    }

    /** An entry was written. */
    void wrote(LogPosition at, Batch batch) {
        entries++;
        boolean stillPublished = published != null && batch.events().isEmpty();
        published = batch.published() || stillPublished ? at : null;
    }

    /** Begins one if it is time, and writes the one that was begun once the tick has saved the board. */
    void step() {
        Saving begun = saving;
        if (begun != null) {
            if (begun.board().isDone()) {
                saving = null;
                leave(begun.at(), desk.saved(begun.board().join()).toBytes());
            }
        } else if (published != null && isDue()) {
            saving = new Saving(published, desk.save());
            pause.restart();
            entries = 0;
        }
    }

    /** Long before the log has lost what follows the last one. */
    private boolean isDue() {
        return entries > desk.limits.log().mostEntries() / 4 || (entries > 0 && pause.isOver());
    }

    private void leave(LogPosition at, byte[] state) {
        if (state.length > desk.limits.log().mostBytes()) {
            sayTooLarge(state.length);
            return;
        }
        Instant now = desk.now();
        left.add(new Left(now, at));
        desk.log.leave(desk.holder(), new Checkpoint(at, state), oldestAt(now));
    }

    private @Nullable LogPosition oldestAt(Instant now) {
        Instant horizon = now.minus(desk.limits.log().longest());
        LogPosition oldest = null;
        while (!left.isEmpty() && left.getFirst().when().isBefore(horizon)) {
            oldest = left.removeFirst().at();
        }
        return oldest;
    }

    private void sayTooLarge(int bytes) {
        if (!saidTooLarge) {
            saidTooLarge = true;
            LOG.log(Level.WARNING, "A checkpoint of {0} bytes is too large to be left; no node can join", bytes);
        }
    }

    private record Saving(LogPosition at, CompletableFuture<byte[]> board) {}

    private record Left(Instant when, LogPosition at) {}
}
