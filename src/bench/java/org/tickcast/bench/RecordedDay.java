package org.tickcast.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tickcast.feed.Scenario;
import org.tickcast.feed.SimulatedMarket;
import org.tickcast.feed.SimulationSettings;
import org.tickcast.market.BoardLimits;
import org.tickcast.market.DailyReset;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.Watchlist;

/**
 * A trading day of the simulated market, from its price bands on, as events that are there before anything is measured.
 * It ends with a {@link DailyReset}, so the same day can come again and again: totals begin at 0, the line of an index at
 * its first point.
 */
final class RecordedDay {

    /** Ten o'clock in Vietnam, on a Friday. */
    private static final Instant BEGINNING = Instant.parse("2026-11-20T03:00:00Z");

    private static final long SEED = 1;

    private final List<MarketEvent> events = new ArrayList<>();

    /** The day goes on until there are this many events, and to the end of the step in which there are. */
    RecordedDay(Scenario scenario, int atLeast) {
        SimulatedMarket market =
                new SimulatedMarket(SimulationSettings.ofSeed(SEED).with(scenario), BEGINNING);
        while (events.size() < atLeast - 1) {
            market.step(events::add);
        }
        events.add(new DailyReset(market.nextStep()));
    }

    MarketEvent[] events() {
        return events.toArray(MarketEvent[]::new);
    }

    /** The board of the VN30 at the end of this day, before the reset. */
    MarketBoard close() {
        return close(emptyBoard());
    }

    MarketBoard close(MarketBoard board) {
        events.subList(0, events.size() - 1).forEach(board::apply);
        return board;
    }

    /** The VN30 and two indices. */
    static MarketBoard emptyBoard() {
        return emptyBoard(Watchlist.vn30());
    }

    /** With as much history as the gateway keeps unless it is told otherwise. */
    static MarketBoard emptyBoard(Watchlist watchlist) {
        return new MarketBoard("benchmark", watchlist, new BoardLimits(60, Duration.ofSeconds(15)));
    }
}
