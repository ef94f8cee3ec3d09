package org.tickcast.feed;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.MarketEvent;

/**
 * Plays a {@link SimulatedMarket}, slower or faster than the clock by a constant factor. Faster than the tick it cannot
 * be: while the inbox is full the simulated market stands still, and afterwards it catches up. A run ends after so many
 * steps even when it has not caught up, so that it can be closed.
 */
public final class SimulatedFeed implements Feed {

    private static final Duration PAUSE = Duration.ofMillis(50);

    /** At speed 1000 a pause of 50 ms is 5,000 steps; with as many again the feed catches up. */
    static final int MAX_STEPS_PER_RUN = 10_000;

    private final SimulatedMarket market;
    private final double speed;
    private final InstantSource clock;
    private final Metronome metronome;
    /** From when time passes. */
    private volatile Beginning beginning;

    @GuardedBy("this") private boolean hasStarted;

    @GuardedBy("this") private Metronome.@Nullable Beating playing;

    /** Time begins to pass in the market when it is first started. */
    public SimulatedFeed(SimulatedMarket market, double speed, InstantSource clock, Metronome metronome) {
        this.market = market;
        this.speed = speed;
        this.clock = clock;
        this.metronome = metronome;
        this.beginning = new Beginning(market.nextStep(), clock.instant());
    }

    /** In real time. */
    public SimulatedFeed(SimulatedMarket market, InstantSource clock, Metronome metronome) {
        this(market, 1, clock, metronome);
    }

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public synchronized void start(EventSink inbox, FeedListener listener) {
        if (!hasStarted) {
            hasStarted = true;
            beginning = new Beginning(market.nextStep(), clock.instant());
        }
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
        Instant now = marketTime();
        for (int steps = 0; steps < MAX_STEPS_PER_RUN && !market.nextStep().isAfter(now); steps++) {
            if (inbox.room() < SimulatedMarket.MAX_EVENTS_PER_STEP) {
                return;
            }
            market.step(event -> put(event, inbox));
        }
    }

    private Instant marketTime() {
        Beginning since = beginning;
        double millis = Duration.between(since.ours(), clock.instant()).toMillis() * speed;
        return since.markets().plusMillis((long) millis);
    }

    private void put(MarketEvent event, EventSink inbox) {
        if (!inbox.offer(event) && isPlaying()) {
            throw new IllegalStateException("The inbox filled up although there was room: another feed is running");
        }
    }

    /** When it was just closed, nobody takes what it still has. */
    private synchronized boolean isPlaying() {
        return playing != null;
    }

    /** The same moment on the market's clock and on ours. */
    private record Beginning(Instant markets, Instant ours) {}
}
