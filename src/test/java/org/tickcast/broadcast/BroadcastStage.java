package org.tickcast.broadcast;

import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.trade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tickcast.market.MarketBoard;
import org.tickcast.testing.SampleMarket;
import org.tickcast.wire.Channel;
import org.tickcast.wire.WireCodec;

/** A broadcaster with half a second between frames, its board, and a clock that the test turns. */
final class BroadcastStage {

    final MarketBoard board = SampleMarket.board();
    /** What was written, for however many readers. */
    final List<Frame> encoded = new ArrayList<>();

    final Broadcaster broadcaster;

    private final WireCodec codec = new WireCodec();
    private final long startNanos;

    BroadcastStage(long startNanos) {
        this(startNanos, frame -> {});
    }

    BroadcastStage(long startNanos, BroadcastListener alsoTold) {
        this.startNanos = startNanos;
        this.broadcaster = new Broadcaster(
                board, codec, BroadcastLimits.every(Duration.ofMillis(500)), () -> SampleMarket.TEN, frame -> {
                    encoded.add(frame);
                    alsoTold.encoded(frame);
                });
    }

    void tickAt(long millis) {
        broadcaster.tick(startNanos + Duration.ofMillis(millis).toNanos());
    }

    void somethingHappens() {
        board.apply(trade(FPT, 98_500, 100));
    }

    String presentOf(Channel channel) {
        return codec.snapshot(channel, board);
    }
}
