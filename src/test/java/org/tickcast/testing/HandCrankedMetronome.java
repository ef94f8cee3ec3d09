package org.tickcast.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tickcast.feed.Metronome;

/** Runs the work given to it when a test says so. */
public final class HandCrankedMetronome implements Metronome {

    private final List<Runnable> repeated = new ArrayList<>();

    @Override
    public Beating every(Duration pause, String name, Runnable work) {
        repeated.add(work);
        return () -> repeated.remove(work);
    }

    /** Lets everything that is being repeated run once. */
    public void beat() {
        List.copyOf(repeated).forEach(Runnable::run);
    }

    public boolean isStill() {
        return repeated.isEmpty();
    }
}
