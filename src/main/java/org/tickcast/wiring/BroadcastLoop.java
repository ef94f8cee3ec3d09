package org.tickcast.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.tickcast.broadcast.BoardQuestions;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.feed.Inbox;
import org.tickcast.feed.Metronome;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.MarketEvent;

/**
 * The tick: the one loop that owns the board. Each time it lets the waiting events happen, answers who asked about the
 * board, and then sends what is due.
 *
 * <p>Threads: the metronome's runs never overlap and each sees what the one before wrote, so what belongs to the tick
 * needs no lock.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class BroadcastLoop {

    @Inject
    private GatewaySettings settings;

    @Inject
    private Metronome metronome;

    @Inject
    private Inbox inbox;

    @Inject
    private MarketBoard board;

    @Inject
    private BoardQuestions questions;

    @Inject
    private Broadcaster broadcaster;

    private Metronome.@Nullable Beating beating;
    private @Nullable RuntimeException lastFailure;

    void start() {
        beating = metronome.every(settings.tickPause(), "tick", this::tick);
    }

    void stop() {
        if (beating != null) {
            beating.close();
            beating = null;
        }
    }

    private void tick() {
        inbox.drainTo(this::letHappen);
        questions.answerAll();
        broadcaster.tick(System.nanoTime());
        throwLastFailure();
    }

    /** An event that the board cannot take is lost. Those behind it, the answers and the frames are not. */
    private void letHappen(MarketEvent event) {
        try {
            board.apply(event);
        } catch (RuntimeException e) {
            lastFailure = e;
        }
    }

    /** So that whoever repeats the tick hears of it, once everything else is done. */
    private void throwLastFailure() {
        RuntimeException failure = lastFailure;
        lastFailure = null;
        if (failure != null) {
            throw failure;
        }
    }
}
