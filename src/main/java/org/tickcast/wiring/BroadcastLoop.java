package org.tickcast.wiring;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.tickcast.feed.Metronome;
import org.tickcast.socket.line.Lines;

/**
 * Repeats the {@link Tick} on a thread of its own, from the start of the gateway to its end. The server's scheduler would
 * do it too, but Payara's looks through the whole class path before each run, which costs more than most ticks.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class BroadcastLoop {

    @Resource
    private ManagedExecutorService usualThreads;

    @Inject
    private GatewaySettings settings;

    @Inject
    private Lines lines;

    @Inject
    private Tick tick;

    private Metronome.@Nullable Beating beating;

    void start() {
        Metronome metronome = new ThreadMetronome(lines.threads(usualThreads));
        beating = metronome.every(settings.tickPause(), "tick", tick);
    }

    void stop() {
        if (beating != null) {
            beating.close();
            beating = null;
        }
    }
}
