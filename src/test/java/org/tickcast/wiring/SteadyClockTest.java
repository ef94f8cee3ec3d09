package org.tickcast.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadyClockTest {

    private static final Instant START = Instant.parse("2026-11-21T03:00:00Z");

    @Test
    void it_goes_on_from_where_it_began_by_what_has_passed_since() {
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
        SteadyClock clock = new SteadyClock(START, nanos::get);

        assertThat(clock.instant()).isEqualTo(START);
        nanos.addAndGet(3_000_000_000L); // The counter of a machine may run over.
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(3));
    }
}
