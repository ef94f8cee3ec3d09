package org.tickcast.broadcast;

import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.trade;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.MarketBoard;
import org.tickcast.testing.PlainJson;
import org.tickcast.testing.SampleMarket;
import org.tickcast.testing.SettableClock;
import org.tickcast.testing.SlowSocket;
import org.tickcast.wire.Channel;
import org.tickcast.wire.WireCodec;

/** A broadcaster of tickcast.v1 with half a second between pictures, its board, and a clock that the test turns. */
final class VersionedStage {

    static final String EPOCH = "a-life-of-the-board";

    final MarketBoard board = SampleMarket.board();
    final Broadcaster broadcaster;

    private final SettableClock clock = new SettableClock(SampleMarket.TEN);

    VersionedStage() {
        this(BroadcastLimits.every(Duration.ofMillis(500)));
    }

    VersionedStage(BroadcastLimits limits) {
        broadcaster = new Broadcaster(board, new WireCodec(), limits, clock, BroadcastListener.NONE);
        // Something to show, so that a patch is shorter than it.
        board.apply(SampleMarket.foreign(FPT, 10, 5, SampleMarket.TEN));
        somethingHappens();
    }

    SlowSocket open(@Nullable String since) {
        return new SlowSocket(broadcaster, Channel.MARKET, since);
    }

    SlowSocket open() {
        return open(null);
    }

    /** At so many milliseconds after the start. */
    void tickAt(long millis) {
        clock.set(SampleMarket.TEN.plusMillis(millis));
        broadcaster.tick(Duration.ofMillis(millis).toNanos());
    }

    void somethingHappens() {
        board.apply(trade(FPT, 98_500, 100));
    }

    static Map<String, @Nullable Object> read(VersionedFrame frame) {
        return PlainJson.object(frame.text());
    }
}
