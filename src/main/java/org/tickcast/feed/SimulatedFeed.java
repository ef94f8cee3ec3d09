package org.tickcast.feed;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.MarketEvent;

/**
 * Plays a {@link SimulatedMarket} in real time, whatever the hour. Faster than the tick it cannot be: while the inbox
 * is full the simulated market stands still, and afterwards it catches up.
 */
public final class SimulatedFeed implements Feed {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final SimulatedMarket market;
    private final InstantSource clock;
    private final Metronome metronome;

    @GuardedBy("this") private Metronome.@Nullable Beating playing;

    public SimulatedFeed(SimulatedMarket market, InstantSource clock, Metronome metronome) {
        this.market = market;
        this.clock = clock;
        this.metronome = metronome;
    }

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public synchronized void start(EventSink inbox, FeedListener listener) {
        playing = metronome.every(PAUSE, "simulated market", () -> playOn(inbox));
    }

    @Override
    public synchronized void close() {
        if (playing != null) {
            playing.close();
            playing = null;
        }
    }

    private void playOn(EventSink inbox) {
        Instant now = clock.instant();
        while (!market.nextStep().isAfter(now) && inbox.room() >= SimulatedMarket.MAX_EVENTS_PER_STEP) {
            market.step(event -> put(event, inbox));
        }
    }

    private static void put(MarketEvent event, EventSink inbox) {
        if (!inbox.offer(event)) {
            throw new IllegalStateException("The inbox filled up although there was room: another feed is running");
        }
    }
}
