package org.tickcast.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.tickcast.market.SessionClock;

/** The time of day, in Vietnam, at which a market's day is over and the next one may begin; weekends too. */
public record ResetTime(LocalTime time) {

    /** Five minutes after the last board has closed. */
    public static final ResetTime USUAL = new ResetTime(LocalTime.of(15, 5));

    /** The last of these moments that is not after this one. */
    public Instant latestAt(Instant moment) {
        LocalDate day = SessionClock.dateAt(moment);
        Instant today = on(day);
        return today.isAfter(moment) ? on(day.minusDays(1)) : today;
    }

    /** The first of these moments that is after this one. */
    public Instant nextAfter(Instant moment) {
        return on(SessionClock.dateAt(latestAt(moment)).plusDays(1));
    }

    private Instant on(LocalDate day) {
        return day.atTime(time).atZone(SessionClock.ZONE).toInstant();
    }
}
