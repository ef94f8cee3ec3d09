package org.tickcast.bench.load;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The time that is measured, in microseconds since 1970. */
record Window(long begin, long end) {

    /** Long enough for what was sent at the window's end to reach everybody. */
    private static final long LAST_ARRIVALS_MILLIS = 500;

    static Window ofSeconds(int seconds) {
        long now = nowMicros();
        return new Window(now, now + TimeUnit.SECONDS.toMicros(seconds));
    }

    static long nowMicros() {
        Instant now = Instant.now();
        return TimeUnit.SECONDS.toMicros(now.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(now.getNano());
    }

    boolean covers(long micros) {
        return micros >= begin && micros < end;
    }

    double seconds() {
        return (end - begin) / 1e6;
    }

    void awaitEnd() throws InterruptedException {
        TimeUnit.MICROSECONDS.sleep(Math.max(0, end - nowMicros()));
    }

    static void awaitLastArrivals() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(LAST_ARRIVALS_MILLIS);
    }
}
