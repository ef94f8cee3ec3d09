package org.tickcast.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A time of day comes once a day, by the clock of Vietnam, on every day of the week. */
class ResetTimeTest {

    @ParameterizedTest
    @CsvSource({
        "15:05, 2026-11-20T08:04:59.999Z, 2026-11-19T08:05:00Z, 2026-11-20T08:05:00Z",
        "15:05, 2026-11-20T08:05:00Z, 2026-11-20T08:05:00Z, 2026-11-21T08:05:00Z",
        "15:05, 2026-11-20T17:00:00Z, 2026-11-20T08:05:00Z, 2026-11-21T08:05:00Z", // midnight there
        "15:05, 2026-11-22T03:00:00Z, 2026-11-21T08:05:00Z, 2026-11-22T08:05:00Z", // a Sunday
        "00:00, 2026-12-31T16:59:59Z, 2026-12-30T17:00:00Z, 2026-12-31T17:00:00Z",
        "23:59, 2026-12-31T17:00:00Z, 2026-12-31T16:59:00Z, 2027-01-01T16:59:00Z",
    })
    void every_moment_lies_between_two_of_them(LocalTime time, Instant moment, Instant latest, Instant next) {
        ResetTime reset = new ResetTime(time);

        assertThat(reset.latestAt(moment)).isEqualTo(latest);
        assertThat(reset.nextAfter(moment)).isEqualTo(next);
    }
}
