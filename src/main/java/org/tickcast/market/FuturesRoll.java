package org.tickcast.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** When the next month's future takes over as the one in front. */
public enum FuturesRoll {
    /** The exchange's rule: a contract is in front as long as it can be traded. */
    AFTER_LAST_TRADING_DAY {
        @Override
        LocalDate firstDayBehind(FuturesContract contract, TradingCalendar calendar) {
            return contract.lastTradingDay(calendar).plusDays(1);
        }
    },

    /** The rule of seed 0, for who depends on it: from the last Thursday on, whether anything is traded then or not. */
    ON_LAST_THURSDAY {
        @Override
        LocalDate firstDayBehind(FuturesContract contract, TradingCalendar calendar) {
            return contract.month().atEndOfMonth().with(TemporalAdjusters.previousOrSame(DayOfWeek.THURSDAY));
        }
    };

    /** The first day on which the contract is not in front any more. */
    abstract LocalDate firstDayBehind(FuturesContract contract, TradingCalendar calendar);
}
