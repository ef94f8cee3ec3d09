package org.tickcast.socket;

/**
 * The time that {@link Heartbeat} goes by. It stands still between two rounds.
 *
 * <p>Threads: the sweep advances it, any may read it.
 */
public final class SweepClock {

    private volatile long now;

    long now() {
        return now;
    }

    /** Called by the sweep only. */
    long advance(long step) {
        long advanced = now + step;
        now = advanced;
        return advanced;
    }
}
