package org.tickcast.admission.rate;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A clock that stands still until somebody turns it. It begins below zero, as the real one may. */
final class SettableNanos implements LongSupplier {

    private final AtomicLong now = new AtomicLong(-Duration.ofDays(1).toNanos());

    @Override
    public long getAsLong() {
        return now.get();
    }

    void advance(Duration by) {
        now.addAndGet(by.toNanos());
    }
}
