package org.tickcast.admission;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.CloseCode;

/** The answer to an attempt. */
public sealed interface Verdict {

    /** @param lease the client's place; whoever is told this verdict has to release it in the end */
    record Admitted(ClientIdentity who, Lease lease) implements Verdict {}

    /** @param retryAfter when another attempt makes sense, or null when only a different one does */
    record Refused(CloseCode reason, @Nullable Duration retryAfter) implements Verdict {

        static Refused forGood(CloseCode reason) {
            return new Refused(reason, null);
        }
    }
}
