package org.tickcast.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Tells which phase a board is in, and when the next one begins. It holds no time of its own, so it answers for any
 * moment in any order: a clock that jumps back is only another question.
 */
public record SessionClock(TradingCalendar calendar) implements MarketHours {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** The day on which the exchanges count this moment. */
    public static LocalDate dateAt(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    @Override
    public SessionPhase phase(TradingBoard board, Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, ZONE);
        return calendar.isTradingDay(local.toLocalDate())
                ? board.hours().phase(local.toLocalTime())
                : SessionPhase.CLOSED;
    }

    /** Later the same day, or at midnight before the next trading day. */
    @Override
    public Instant nextChange(TradingBoard board, Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, ZONE);
        LocalDate today = local.toLocalDate();
        if (!calendar.isTradingDay(today)) {
            return midnightBefore(calendar.nextTradingDay(today));
        }
        return board.hours()
                .nextChange(local.toLocalTime())
                .map(time -> instant(today, time))
                .orElseGet(() -> midnightBefore(calendar.nextTradingDay(today)));
    }

    private static Instant midnightBefore(LocalDate day) {
        return instant(day, LocalTime.MIDNIGHT);
    }

    private static Instant instant(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }
}
