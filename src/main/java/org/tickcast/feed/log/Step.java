package org.tickcast.feed.log;

import java.util.concurrent.CompletableFuture;
import org.tickcast.market.MarketEvent;

/** What the keeper has the tick do, in this order. */
sealed interface Step {

    /** An event is let happen. */
    record Happened(MarketEvent event) implements Step {}

    /** What the board shows now is a picture, on every node. */
    record Published() implements Step {}

    /** The board leads another life from here on. */
    record Begun(String epoch) implements Step {}

    /**
     * The board becomes the one that was saved.
     *
     * @param done fails when it cannot
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    record Load(byte[] state, CompletableFuture<Void> done) implements Step {}

    /** The board is saved as it is; right behind a picture. */
    record Save(CompletableFuture<byte[]> state) implements Step {}
}
