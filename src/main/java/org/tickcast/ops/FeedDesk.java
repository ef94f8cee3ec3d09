package org.tickcast.ops;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.feed.FeedStatus;
import org.tickcast.wire.CloseCode;

/**
 * Says how the market is doing that is shown, starts its feed anew when an operator says so, and has that put on record.
 *
 * <p>Threads: any.
 */
public final class FeedDesk {

    private final String feed;
    private final Supplier<FeedStatus> status;
    private final BooleanSupplier marketOpen;
    private final BooleanSupplier restart;
    private final OperatorListener listener;

    /**
     * @param status how the market is doing, whichever node it comes from
     * @param marketOpen whether the feed should have something to say now
     * @param restart starts the feed anew, and says whether it runs here
     */
    public FeedDesk(
            String feed,
            Supplier<FeedStatus> status,
            BooleanSupplier marketOpen,
            BooleanSupplier restart,
            OperatorListener listener) {
        this.feed = feed;
        this.status = status;
        this.marketOpen = marketOpen;
        this.restart = restart;
        this.listener = listener;
    }

    Answer state() {
        return new Answer.Stands(feed, status.get(), marketOpen.getAsBoolean());
    }

    Answer restart(ClientIdentity operator) {
        if (!restart.getAsBoolean()) {
            return new Answer.Refused(CloseCode.FEED_ELSEWHERE);
        }
        listener.feedRestarted(operator);
        return state();
    }

    sealed interface Answer {

        record Stands(String feed, FeedStatus status, boolean marketOpen) implements Answer {}

        /** Nothing was done. */
        record Refused(CloseCode reason) implements Answer {}
    }
}
