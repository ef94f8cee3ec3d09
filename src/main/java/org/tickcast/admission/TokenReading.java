package org.tickcast.admission;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.CloseCode;

/** What came out of looking at a token. */
public sealed interface TokenReading {

    /** It is good, and this is what it says. */
    record Valid(Claims claims) implements TokenReading {}

    /**
     * It is not good, and no other reader needs to look.
     *
     * @param retryAfter when the same token may be shown again, or null when only a different one makes sense
     */
    record Rejected(CloseCode reason, @Nullable Duration retryAfter) implements TokenReading {

        public static Rejected forGood(CloseCode reason) {
            return new Rejected(reason, null);
        }
    }

    /** It is not of the kind that this reader knows: another may know it. */
    record Unknown() implements TokenReading {}
}
