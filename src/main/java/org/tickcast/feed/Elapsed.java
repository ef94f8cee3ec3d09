package org.tickcast.feed;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, by a clock that may be set back: then it was just now. */
final class Elapsed {

    private Instant since;

    Elapsed(Instant since) {
        this.since = since;
    }

    void restart(Instant now) {
        since = now;
    }

    Duration at(Instant now) {
        if (now.isBefore(since)) {
            since = now;
        }
        return Duration.between(since, now);
    }
}
