package org.tickcast.wiring;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tickcast.broadcast.BoardQuestions;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.feed.Inflow;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.alert.Alert;
import org.tickcast.market.alert.AlertDesk;
import org.tickcast.ops.metrics.TickListener;
import org.tickcast.socket.FanOut;

/**
 * One look at what has changed: the waiting events happen, who asked about the board is answered, and what is due is
 * sent. The only one who touches the board.
 *
 * <p>Threads: one run at a time, each sees what the one before wrote.
 */
final class Tick implements Runnable {

    private final Inflow inflow;
    private final MarketBoard board;
    private final AlertDesk alerts;
    private final BoardQuestions questions;
    private final Broadcaster broadcaster;
    private final FanOut fanOut;
    private final LongSupplier nanoClock;
    private final TickListener listener;
    private @Nullable RuntimeException failure;

    /** @param alerts hears what happens on the board */
    Tick(
            Inflow inflow,
            MarketBoard board,
            AlertDesk alerts,
            BoardQuestions questions,
            Broadcaster broadcaster,
            FanOut fanOut,
            LongSupplier nanoClock,
            TickListener listener) {
        this.inflow = inflow;
        this.board = board;
        this.alerts = alerts;
        this.questions = questions;
        this.broadcaster = broadcaster;
        this.fanOut = fanOut;
        this.nanoClock = nanoClock;
        this.listener = listener;
    }

    /** Throws, once everything is done, what went wrong with an event: whoever repeats the tick keeps the log. */
    @Override
    public void run() {
        failure = null;
        long began = nanoClock.getAsLong();
        inflow.drainTo(this::letHappen);
        questions.answerAll();
        alerts.takeNew().forEach(this::raise);
        try {
            fanOut.after(() -> broadcaster.tick(nanoClock.getAsLong()));
        } finally {
            long now = nanoClock.getAsLong();
            listener.ticked(now - began, now);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void raise(Alert alert) {
        broadcaster.raised(alert);
        listener.raised(alert);
    }

    /** An event that the board cannot take is lost. Those behind it, the answers and the frames are not. */
    private void letHappen(MarketEvent event) {
        long began = nanoClock.getAsLong();
        try {
            board.apply(event);
            listener.happened(event, nanoClock.getAsLong() - began);
        } catch (RuntimeException e) {
            failure = e;
        }
    }
}
