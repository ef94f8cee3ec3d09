package org.tickcast.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.tickcast.feed.Metronome;

/** Repeats the {@link Tick} on the server's threads, from the start of the gateway to its end. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class BroadcastLoop {

    @Inject
    private GatewaySettings settings;

    @Inject
    private Metronome metronome;

    @Inject
    private Tick tick;

    private Metronome.@Nullable Beating beating;

    void start() {
        beating = metronome.every(settings.tickPause(), "tick", tick);
    }

    void stop() {
        if (beating != null) {
            beating.close();
            beating = null;
        }
    }
}
