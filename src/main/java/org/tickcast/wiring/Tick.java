package org.tickcast.wiring;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tickcast.broadcast.BoardQuestions;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.feed.Inflow;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.alert.AlertDesk;
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
    private @Nullable RuntimeException failure;

    /** @param alerts hears what happens on the board */
    Tick(
            Inflow inflow,
            MarketBoard board,
            AlertDesk alerts,
            BoardQuestions questions,
            Broadcaster broadcaster,
            FanOut fanOut,
            LongSupplier nanoClock) {
        this.inflow = inflow;
        this.board = board;
        this.alerts = alerts;
        this.questions = questions;
        this.broadcaster = broadcaster;
        this.fanOut = fanOut;
        this.nanoClock = nanoClock;
    }

    /** Throws, once everything is done, what went wrong with an event: whoever repeats the tick keeps the log. */
    @Override
    public void run() {
        failure = null;
        inflow.drainTo(this::letHappen);
        questions.answerAll();
        alerts.takeNew().forEach(broadcaster::raised);
        fanOut.after(() -> broadcaster.tick(nanoClock.getAsLong()));
        if (failure != null) {
            throw failure;
        }
    }

    /** An event that the board cannot take is lost. Those behind it, the answers and the frames are not. */
    private void letHappen(MarketEvent event) {
        try {
            board.apply(event);
        } catch (RuntimeException e) {
            failure = e;
        }
    }
}
