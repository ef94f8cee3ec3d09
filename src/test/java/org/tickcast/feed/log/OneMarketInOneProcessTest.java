package org.tickcast.feed.log;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.tickcast.cluster.LocalFeedLog;
import org.tickcast.testing.SampleMarket;
import org.tickcast.testing.SettableClock;

class OneMarketInOneProcessTest extends OneMarketContract<LocalFeedLog> {

    private static final Duration ROUND = Duration.ofMillis(10);
    private static final long MOST_ROUNDS = 3_000;

    private final SettableClock clock = new SettableClock(SampleMarket.TEN);
    private final LocalFeedLog log = new LocalFeedLog(LOG_LIMITS, clock);

    @Override
    LocalFeedLog log() {
        return log;
    }

    @Override
    InstantSource clock() {
        return clock;
    }

    @Override
    LongSupplier nanoClock() {
        return () -> Duration.between(SampleMarket.TEN, clock.instant()).toNanos();
    }

    @Override
    void empty() {
        log.clear();
    }

    @Override
    void roundIsOver() {
        clock.advance(ROUND);
    }

    @Override
    boolean isTooLong(long rounds) {
        return rounds > MOST_ROUNDS;
    }
}
