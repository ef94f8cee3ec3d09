package org.tickcast.cluster;

import org.jspecify.annotations.Nullable;

/**
 * Who may write to a {@link FeedLog}: one at a time, and only for as long as it says again and again that it is there.
 *
 * <p>Threads: any. A call may take as long as the log takes to answer, and throws {@link LogAway} when that is too long.
 */
public interface FeedLease {

    /**
     * Takes the lease if nobody has it, and keeps it if it is this holder's.
     *
     * @param holder one name for each time that somebody wants it, so that what was sent under an earlier one is refused
     */
    View hold(String holder);

    /** Gives it back, so that nobody has to wait until it expires. */
    void release(String holder);

    /**
     * How things stood.
     *
     * @param mine whether the one who asked holds the lease
     * @param end the newest entry of the log; null when there is none
     */
    record View(boolean mine, @Nullable LogPosition end) {}
}
