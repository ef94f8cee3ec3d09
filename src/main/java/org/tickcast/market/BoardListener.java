package org.tickcast.market;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hears what has happened once the board shows it: only what is watched, and only what was believed. Called by the
 * tick, between two events, so it must return at once.
 */
public interface BoardListener {

    /** For whoever does not want to know. */
    BoardListener NONE = new BoardListener() {};

    /** Each of them hears of everything, in this order. */
    static BoardListener all(List<BoardListener> listeners) {
        return new BoardListeners(List.copyOf(listeners));
    }

    /**
     * A stock was traded.
     *
     * @param band the prices between which it may trade today; null while nobody has said
     */
    default void traded(Trade trade, @Nullable PriceBand band) {}

    /** Foreign investors' totals of a stock were reported. */
    default void flowed(ForeignFlow flow) {}

    /** The basis of the active contract moved, because the contract or its index did. */
    default void moved(BasisPoint basis) {}

    /** The day is over, and the board has forgotten it. */
    default void dayEnded() {}
}
