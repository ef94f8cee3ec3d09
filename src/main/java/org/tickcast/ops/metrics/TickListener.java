package org.tickcast.ops.metrics;

import org.tickcast.market.MarketEvent;
import org.tickcast.market.alert.Alert;

/** Hears how the tick goes on. Called by the tick, so it must return at once. */
public interface TickListener {

    /** For whoever does not want to know. */
    TickListener NONE = new TickListener() {};

    /** An event has happened on the board, which took so long. */
    default void happened(MarketEvent event, long nanos) {}

    default void raised(Alert alert) {}

    /** A tick is over, which took so long, at this moment. */
    default void ticked(long nanos, long now) {}
}
