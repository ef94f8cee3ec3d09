package org.tickcast.cluster;

import org.tickcast.testing.SampleMarket;
import org.tickcast.testing.SettableClock;

class LocalFeedLogTest extends FeedLogContract {

    private final SettableClock clock = new SettableClock(SampleMarket.TEN);
    private final LocalFeedLog log = new LocalFeedLog(LIMITS, clock);

    @Override
    protected FeedLog log() {
        return log;
    }

    @Override
    protected FeedLease lease() {
        return log;
    }

    @Override
    protected void letLeaseExpire() {
        clock.advance(LIMITS.lease());
    }
}
