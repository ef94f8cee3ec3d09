package org.tickcast.market.alert;

import java.time.Instant;
import org.tickcast.market.Symbol;

/** What need not be said, because it has just been said. Rules ask before they look for words, which cost the most. */
@FunctionalInterface
interface Quiet {

    /** Everything may be said at any time. */
    Quiet NEVER = (type, symbol, at) -> false;

    boolean covers(AlertType type, Symbol symbol, Instant at);
}
