package org.tickcast.market;

import static org.tickcast.market.SessionPhase.ATC;
import static org.tickcast.market.SessionPhase.ATO;
import static org.tickcast.market.SessionPhase.CLOSED;
import static org.tickcast.market.SessionPhase.CONTINUOUS;
import static org.tickcast.market.SessionPhase.LUNCH_BREAK;
import static org.tickcast.market.SessionPhase.PLO;
import static org.tickcast.market.SessionPhase.PUT_THROUGH;

/** Where something is traded. Each board keeps its own hours. */
public enum TradingBoard {
    HOSE(TradingHours.beforeOpening()
            .from("09:00", ATO)
            .from("09:15", CONTINUOUS)
            .from("11:30", LUNCH_BREAK)
            .from("13:00", CONTINUOUS)
            .from("14:30", ATC)
            .from("14:45", PUT_THROUGH)
            .from("15:00", CLOSED)),
    HNX(TradingHours.beforeOpening()
            .from("09:00", CONTINUOUS)
            .from("11:30", LUNCH_BREAK)
            .from("13:00", CONTINUOUS)
            .from("14:30", ATC)
            .from("14:45", PLO)
            .from("15:00", CLOSED)),
    UPCOM(TradingHours.beforeOpening()
            .from("09:00", CONTINUOUS)
            .from("11:30", LUNCH_BREAK)
            .from("13:00", CONTINUOUS)
            .from("15:00", CLOSED)),
    DERIVATIVES(TradingHours.beforeOpening()
            .from("08:45", ATO)
            .from("09:00", CONTINUOUS)
            .from("11:30", LUNCH_BREAK)
            .from("13:00", CONTINUOUS)
            .from("14:30", ATC)
            .from("14:45", CLOSED));

    private final TradingHours hours;

    TradingBoard(TradingHours hours) {
        this.hours = hours;
    }

    TradingHours hours() {
        return hours;
    }
}
