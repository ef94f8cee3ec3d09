package org.tickcast.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a market trades. It holds no time of its own, so it answers for any moment in any order. */
public interface MarketHours {

    SessionPhase phase(TradingBoard board, Instant at);

    /** When the phase after this moment's begins; null when none will. */
    @Nullable Instant nextChange(TradingBoard board, Instant at);
}
