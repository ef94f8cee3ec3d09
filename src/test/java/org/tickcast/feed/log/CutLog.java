package org.tickcast.feed.log;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickcast.cluster.Checkpoint;
import org.tickcast.cluster.FeedLease;
import org.tickcast.cluster.FeedLog;
import org.tickcast.cluster.LogAway;
import org.tickcast.cluster.LogEntry;
import org.tickcast.cluster.LogPosition;

/** The way of one node to the log, which can be cut. */
final class CutLog<L extends FeedLog & FeedLease> implements FeedLog, FeedLease {

    private final L log;
    private boolean cut;

    CutLog(L log) {
        this.log = log;
    }

    void cut(boolean now) {
        cut = now;
    }

    @Override
    public View hold(String holder) {
        return reached().hold(holder);
    }

    @Override
    public void release(String holder) {
        reached().release(holder);
    }

    @Override
    public Outcome append(String holder, LogEntry entry) {
        return reached().append(holder, entry);
    }

    @Override
    public Outcome begin(String holder, Checkpoint checkpoint) {
        return reached().begin(holder, checkpoint);
    }

    @Override
    public Outcome leave(String holder, Checkpoint checkpoint, @Nullable LogPosition oldest) {
        return reached().leave(holder, checkpoint, oldest);
    }

    @Override
    public List<LogEntry> read(LogPosition after, int most, Duration patience) {
        return reached().read(after, most, patience);
    }

    @Override
    public @Nullable Checkpoint checkpoint() {
        return reached().checkpoint();
    }

    private L reached() {
        if (cut) {
            throw new LogAway("The test has cut the way", new IllegalStateException());
        }
        return log;
    }
}
