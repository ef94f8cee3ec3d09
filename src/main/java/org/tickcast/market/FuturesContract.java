package org.tickcast.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A future on the VN30, which is wholly told by its month. It has two names: {@code VN30F2508}, by which people and older
 * feeds know it, and {@code 41I1F8000}, the exchange's own since its KRX system of May 2025. The older one is canonical
 * here: it can be read, and the clients that we are compatible with look for it.
 */
public record FuturesContract(YearMonth month) implements Comparable<FuturesContract> {

    private static final String LEGACY = "VN30F";
    private static final String KRX = "41I1";
    private static final Pattern LEGACY_CODE = Pattern.compile(LEGACY + "(\\d\\d)(\\d\\d)");
    private static final Pattern KRX_CODE = Pattern.compile(KRX + "([0-9A-Z])([0-9A-Z])000");

    /** Without I and O, which look like digits, and ending where the exchange's list ends. */
    private static final String KRX_YEARS = "0123456789ABCDEFGHJKLMNPQRSTUV";

    private static final String KRX_MONTHS = "123456789ABC";
    private static final int FIRST_YEAR = 2010;
    private static final int LAST_YEAR = FIRST_YEAR + KRX_YEARS.length() - 1;

    public FuturesContract {
        if (!hasKrxYear(month.getYear())) {
            throw new IllegalArgumentException(
                    "A future expires from " + FIRST_YEAR + " to " + LAST_YEAR + ", not in " + month);
        }
    }

    /** Reads either spelling. */
    public static FuturesContract of(Symbol symbol) {
        String code = symbol.code();
        Matcher legacy = LEGACY_CODE.matcher(code);
        if (legacy.matches()) {
            int year = 2000 + Integer.parseInt(legacy.group(1));
            return of(code, year, Integer.parseInt(legacy.group(2)));
        }
        Matcher krx = KRX_CODE.matcher(code);
        if (krx.matches()) {
            int year = FIRST_YEAR + KRX_YEARS.indexOf(krx.group(1));
            return of(code, year, 1 + KRX_MONTHS.indexOf(krx.group(2)));
        }
        throw new BadContractCode(code, "it is spelt neither like VN30F2508 nor like 41I1F8000");
    }

    /** Whether a symbol is meant to be such a contract or one of its aliases, well spelt or not. */
    public static boolean isMeantBy(Symbol symbol) {
        return symbol.code().startsWith(LEGACY) || symbol.code().startsWith(KRX);
    }

    /** The one symbol for a contract in either spelling. Whatever does not look like the exchange's is its own. */
    public static Symbol canonical(Symbol symbol) {
        return symbol.code().startsWith(KRX) && KRX_CODE.matcher(symbol.code()).matches()
                ? of(symbol).symbol()
                : symbol;
    }

    /** {@code VN30F2508}. */
    public Symbol symbol() {
        return new Symbol(LEGACY + twoDigits(month.getYear() % 100) + twoDigits(month.getMonthValue()));
    }

    /** {@code 41I1F8000}. */
    public Symbol krxSymbol() {
        char year = KRX_YEARS.charAt(month.getYear() - FIRST_YEAR);
        return new Symbol(KRX + year + KRX_MONTHS.charAt(month.getMonthValue() - 1) + "000");
    }

    /** The third Thursday of the month; when the exchange is closed then, the trading day before. */
    public LocalDate lastTradingDay(TradingCalendar calendar) {
        LocalDate thirdThursday = month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.THURSDAY));
        return calendar.isTradingDay(thirdThursday) ? thirdThursday : calendar.previousTradingDay(thirdThursday);
    }

    public FuturesContract next() {
        return new FuturesContract(month.plusMonths(1));
    }

    @Override
    public int compareTo(FuturesContract other) {
        return month.compareTo(other.month);
    }

    @Override
    public String toString() {
        return symbol().code();
    }

    boolean isLastOfQuarter() {
        return month.getMonthValue() % 3 == 0;
    }

    private static FuturesContract of(String code, int year, int month) {
        if (!hasKrxYear(year)) {
            throw new BadContractCode(code, "its year is not from " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        if (month < 1 || month > 12) {
            throw new BadContractCode(code, "it has no month");
        }
        return new FuturesContract(YearMonth.of(year, month));
    }

    private static boolean hasKrxYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
