package org.tickcast.cluster;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has happened in the market, in the one order in which every node lets it happen. Only the holder of the
 * {@link FeedLease} writes; whoever was it before and does not know yet is refused. The oldest entries go, and a checkpoint
 * says what they came to.
 *
 * <p>Threads: any. A call may take as long as the log takes to answer, and throws {@link LogAway} when that is too long.
 */
public interface FeedLog {

    /** What became of something that was to be written. */
    enum Outcome {
        /** It is there, also when it was there already: it may be sent again when nobody knows. */
        WRITTEN,
        /** Somebody else has the lease, or nobody. */
        NOT_HOLDER,
        /** The log does not end where the writer believes: what was written there is lost. */
        NOT_THE_END
    }

    /** Writes an entry behind the newest, whose place the writer has to know. */
    Outcome append(String holder, LogEntry entry);

    /** Begins a generation with what everything so far comes to. Its place has to be behind all there is. */
    Outcome begin(String holder, Checkpoint checkpoint);

    /**
     * Leaves a newer checkpoint, and drops what nobody needs any more.
     *
     * @param oldest what is before goes; null to keep as much as there is room for
     */
    Outcome leave(String holder, Checkpoint checkpoint, @Nullable LogPosition oldest);

    /** What follows this place, as far as it is still there; waits a little when there is nothing. */
    List<LogEntry> read(LogPosition after, int most, Duration patience);

    /** The newest; null when there is none. */
    @Nullable Checkpoint checkpoint();
}
