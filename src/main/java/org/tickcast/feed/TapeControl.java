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
     * Goes to this moment of the tape.
     *
     * @throws IllegalStateException when the tape is not being played, such as after its end
     */
    void seek(Instant moment);

    /** The time of the event that was played last, as it is on the tape; null before the first. */
    @Nullable Instant position();
}
