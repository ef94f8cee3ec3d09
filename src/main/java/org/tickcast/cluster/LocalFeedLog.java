package org.tickcast.cluster;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The log of several nodes in one process. */
public final class LocalFeedLog implements FeedLog, FeedLease {

    private final FeedLogLimits limits;
    private final InstantSource clock;

    @GuardedBy("this") private final TreeMap<LogPosition, String> entries = new TreeMap<>();

    @GuardedBy("this") private @Nullable Checkpoint checkpoint;

    @GuardedBy("this") private @Nullable String holder;

    @GuardedBy("this") private Instant expires = Instant.MIN;

    public LocalFeedLog(FeedLogLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public synchronized View hold(String name) {
        boolean mine = !isHeld() || isHolder(name);
        if (mine) {
            holder = name;
            expires = clock.instant().plus(limits.lease());
        }
        return new View(mine, end());
    }

    @Override
    public synchronized void release(String name) {
        if (isHolder(name)) {
            holder = null;
        }
    }

    @Override
    public synchronized Outcome append(String name, LogEntry entry) {
        if (!isHolder(name)) {
            return Outcome.NOT_HOLDER;
        }
        LogPosition end = end();
        if (entry.at().equals(end)) {
            return Outcome.WRITTEN;
        }
        if (end == null || !end.next().equals(entry.at())) {
            return Outcome.NOT_THE_END;
        }
        entries.put(entry.at(), entry.text());
        while (entries.size() > limits.mostEntries()) {
            entries.pollFirstEntry();
        }
        return Outcome.WRITTEN;
    }

    @Override
    public synchronized Outcome begin(String name, Checkpoint first) {
        if (!isHolder(name)) {
            return Outcome.NOT_HOLDER;
        }
        LogPosition end = end();
        if (first.at().equals(end)) {
            return Outcome.WRITTEN;
        }
        if (end != null && end.compareTo(first.at()) > 0) {
            return Outcome.NOT_THE_END;
        }
        entries.clear();
        entries.put(first.at(), "");
        checkpoint = first;
        return Outcome.WRITTEN;
    }

    @Override
    public synchronized Outcome leave(String name, Checkpoint newer, @Nullable LogPosition oldest) {
        if (!isHolder(name)) {
            return Outcome.NOT_HOLDER;
        }
        checkpoint = newer;
        if (oldest != null) {
            entries.headMap(oldest).clear();
        }
        return Outcome.WRITTEN;
    }

    /** Waits for nobody: who reads in the same process is not told. */
    @Override
    public synchronized List<LogEntry> read(LogPosition after, int most, Duration patience) {
        return entries.tailMap(after, false).entrySet().stream()
                .limit(most)
                .map(entry -> new LogEntry(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public synchronized @Nullable Checkpoint checkpoint() {
        return checkpoint;
    }

    /** Forgets everything, as a store does that was emptied. */
    public synchronized void clear() {
        entries.clear();
        checkpoint = null;
        holder = null;
    }

    @GuardedBy("this") private boolean isHeld() {
        return holder != null && clock.instant().isBefore(expires);
    }

    @GuardedBy("this") private boolean isHolder(String name) {
        return isHeld() && Objects.equals(holder, name);
    }

    @GuardedBy("this") private @Nullable LogPosition end() {
        return entries.isEmpty() ? null : entries.lastKey();
    }
}
