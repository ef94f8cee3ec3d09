package org.tickcast.feed;

import java.time.Duration;

/** Runs work again and again, one run after the other, and goes on when a run fails. Whose threads it uses is not our business. */
public interface Metronome {

    /** Starts at once; a pause of this length follows each run. The answer ends it. */
    Beating every(Duration pause, String name, Runnable work);

    /** Work that is being repeated. */
    interface Beating extends AutoCloseable {

        @Override
        void close();
    }
}
