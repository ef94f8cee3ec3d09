package org.tickcast.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be done to a tape while it is played. Any thread may. */
public interface TapeControl {

    /** The tape stands still, and so does its time. */
    void pause();

    /** It goes on where it stood; one that was not paused goes on anyway. */
    void resume();

    /**
     * Goes to this moment of the tape, soon. One that is paused plays what was before that moment, and stands still
     * there. One that has ended is started again by whoever supervises it; one that was not started yet will begin
     * there.
     */
    void seek(Instant moment);

    TapeState state();

    /** The time of the event that was played last, as it is on the tape; null before the first. */
    @Nullable Instant position();
}
