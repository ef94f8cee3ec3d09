package org.tickcast.market;

import java.io.Reader;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/**
 * On which days the exchanges trade: Monday to Friday, except on holidays. The days that the government has people work
 * on a Saturday instead are not trading days either.
 */
public record TradingCalendar(Set<LocalDate> holidays) {

    private static final String HOLIDAYS = "holidays.txt";

    public TradingCalendar {
        holidays = Set.copyOf(holidays);
    }

    /** The holidays of {@code holidays.txt}. */
    public static TradingCalendar vietnam() {
        return DataFile.bundled(HOLIDAYS, TradingCalendar::read);
    }

    /** One holiday a line, as {@code 2026-02-16}; what follows a # is a comment. */
    public static TradingCalendar read(Reader holidays) {
        return new TradingCalendar(new HashSet<>(DataFile.read(holidays, TradingCalendar::date)));
    }

    public boolean isTradingDay(LocalDate day) {
        return !isWeekend(day) && !holidays.contains(day);
    }

    /** The last trading day before this one. */
    public LocalDate previousTradingDay(LocalDate day) {
        LocalDate earlier = day.minusDays(1);
        while (!isTradingDay(earlier)) {
            earlier = earlier.minusDays(1);
        }
        return earlier;
    }

    /** The first trading day after this one. */
    public LocalDate nextTradingDay(LocalDate day) {
        LocalDate later = day.plusDays(1);
        while (!isTradingDay(later)) {
            later = later.plusDays(1);
        }
        return later;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static LocalDate date(String line) {
        try {
            return LocalDate.parse(line);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a holiday is a date like 2026-02-16, not \"" + line + "\"", e);
        }
    }
}
