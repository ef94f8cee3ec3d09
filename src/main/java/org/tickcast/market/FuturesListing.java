package org.tickcast.market;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** Which futures the exchange lists on a day: this month's, the next month's, and those of the two quarter ends after. */
public record FuturesListing(TradingCalendar calendar, FuturesRoll roll) {

    private static final List<Symbol> ALIASES = Stream.of("VN30F1M", "VN30F2M", "VN30F1Q", "VN30F2Q")
            .map(Symbol::new)
            .toList();

    /** By the calendar that we bring, and the exchange's own rule. */
    public static FuturesListing vietnam() {
        return new FuturesListing(TradingCalendar.vietnam(), FuturesRoll.AFTER_LAST_TRADING_DAY);
    }

    /** The contract in front: by the exchange's rule, the one that expires next. */
    public FuturesContract frontMonth(LocalDate day) {
        FuturesContract current = new FuturesContract(YearMonth.from(day));
        return day.isBefore(roll.firstDayBehind(current, calendar)) ? current : current.next();
    }

    /** The four contracts, the earliest first. */
    public List<FuturesContract> listed(LocalDate day) {
        FuturesContract front = frontMonth(day);
        FuturesContract second = front.next();
        FuturesContract third = quarterEndAfter(second);
        return List.of(front, second, third, quarterEndAfter(third));
    }

    /** Reads either spelling of a contract, or an alias such as {@code VN30F1M}, which is another one every month. */
    public FuturesContract contract(Symbol codeOrAlias, LocalDate day) {
        int place = ALIASES.indexOf(codeOrAlias);
        return place < 0 ? FuturesContract.of(codeOrAlias) : listed(day).get(place);
    }

    private static FuturesContract quarterEndAfter(FuturesContract contract) {
        FuturesContract later = contract.next();
        while (!later.isLastOfQuarter()) {
            later = later.next();
        }
        return later;
    }
}
