package org.tickcast.feed.log;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.feed.Inflow;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.MarketEvent;

/**
 * A node's part of the market that all share: does to its board and its broadcaster what the log says.
 *
 * <p>Threads: belongs to the tick.
 */
public final class SharedMarket implements Inflow {

    private final Steps steps;
    private final MarketBoard board;
    private final Broadcaster broadcaster;

    SharedMarket(Steps steps, MarketBoard board, Broadcaster broadcaster) {
        this.steps = steps;
        this.board = board;
        this.broadcaster = broadcaster;
        broadcaster.beLed();
    }

    @Override
    public void drainTo(Consumer<MarketEvent> reader) {
        for (int left = steps.size(); left > 0; left--) {
            Step step = steps.next();
            if (step instanceof Step.Happened happened) {
                reader.accept(happened.event());
            } else if (step instanceof Step.Published) {
                broadcaster.publish();
            } else if (step instanceof Step.Begun begun) {
                board.beginEpoch(begun.epoch());
                broadcaster.beginEpoch();
            } else if (step instanceof Step.Load load) {
                load(load);
            } else if (step instanceof Step.Save save) {
                save.state().complete(saved());
            }
        }
    }

    private void load(Step.Load load) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(load.state()))) {
            board.load(in);
            broadcaster.load(in);
            load.done().complete(null);
        } catch (IOException | RuntimeException unreadable) { // Whoever waits for it has to know, and the tick goes on.
            load.done().completeExceptionally(unreadable);
        }
    }

    private byte[] saved() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            board.save(out);
            broadcaster.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot fail", e);
        }
        return bytes.toByteArray();
    }
}
