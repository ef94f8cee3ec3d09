package org.tickcast.market;

import java.time.LocalTime;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The phases of a board's trading day, each with the time of day at which it begins. */
final class TradingHours {

    private final NavigableMap<LocalTime, SessionPhase> starts;

    private TradingHours(NavigableMap<LocalTime, SessionPhase> starts) {
        this.starts = starts;
    }

    /** A day that has not opened yet, until a first phase is added. */
    static TradingHours beforeOpening() {
        return new TradingHours(new TreeMap<>()).from("00:00", SessionPhase.PRE_OPEN);
    }

    TradingHours from(String time, SessionPhase phase) {
        NavigableMap<LocalTime, SessionPhase> more = new TreeMap<>(starts);
        more.put(LocalTime.parse(time), phase);
        return new TradingHours(more);
    }

    SessionPhase phase(LocalTime time) {
        return starts.floorEntry(time).getValue();
    }

    Optional<LocalTime> nextChange(LocalTime time) {
        return Optional.ofNullable(starts.higherKey(time));
    }
}
