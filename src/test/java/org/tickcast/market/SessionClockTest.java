package org.tickcast.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which phase each board is in, to the second, and when the next begins. */
class SessionClockTest {

    private final SessionClock clock = new SessionClock(TradingCalendar.vietnam());

    @ParameterizedTest(name = "{0} from {1} to {2}: {3}")
    @CsvSource({
        // board, first second, last second, phase
        "HOSE, 00:00:00, 08:59:59, PRE_OPEN",
        "HOSE, 09:00:00, 09:14:59, ATO",
        "HOSE, 09:15:00, 11:29:59, CONTINUOUS",
        "HOSE, 11:30:00, 12:59:59, LUNCH_BREAK",
        "HOSE, 13:00:00, 14:29:59, CONTINUOUS",
        "HOSE, 14:30:00, 14:44:59, ATC",
        "HOSE, 14:45:00, 14:59:59, PUT_THROUGH",
        "HOSE, 15:00:00, 23:59:59, CLOSED",
        "HNX, 00:00:00, 08:59:59, PRE_OPEN",
        "HNX, 09:00:00, 11:29:59, CONTINUOUS",
        "HNX, 11:30:00, 12:59:59, LUNCH_BREAK",
        "HNX, 13:00:00, 14:29:59, CONTINUOUS",
        "HNX, 14:30:00, 14:44:59, ATC",
        "HNX, 14:45:00, 14:59:59, PLO",
        "HNX, 15:00:00, 23:59:59, CLOSED",
        "UPCOM, 00:00:00, 08:59:59, PRE_OPEN",
        "UPCOM, 09:00:00, 11:29:59, CONTINUOUS",
        "UPCOM, 11:30:00, 12:59:59, LUNCH_BREAK",
        "UPCOM, 13:00:00, 14:59:59, CONTINUOUS",
        "UPCOM, 15:00:00, 23:59:59, CLOSED",
        "DERIVATIVES, 00:00:00, 08:44:59, PRE_OPEN",
        "DERIVATIVES, 08:45:00, 08:59:59, ATO",
        "DERIVATIVES, 09:00:00, 11:29:59, CONTINUOUS",
        "DERIVATIVES, 11:30:00, 12:59:59, LUNCH_BREAK",
        "DERIVATIVES, 13:00:00, 14:29:59, CONTINUOUS",
        "DERIVATIVES, 14:30:00, 14:44:59, ATC",
        "DERIVATIVES, 14:45:00, 23:59:59, CLOSED"
    })
    void a_phase_lasts_from_its_first_second_to_its_last(
            TradingBoard board, String first, String last, SessionPhase phase) {
        Instant begin = vietnam("2026-02-11T" + first);
        Instant end = vietnam("2026-02-11T" + last);

        assertThat(clock.phase(board, begin)).isEqualTo(phase);
        assertThat(clock.phase(board, end)).isEqualTo(phase);
        assertThat(clock.phase(board, end.plusMillis(999))).isEqualTo(phase);
        assertThat(clock.nextChange(board, begin)).isEqualTo(clock.nextChange(board, end));
        if (phase != SessionPhase.CLOSED) {
            assertThat(clock.nextChange(board, end)).isEqualTo(end.plusSeconds(1));
        }
        assertThat(clock.phase(board, clock.nextChange(board, end))).isNotEqualTo(phase);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-14T10:00:00", // a Saturday
        "2026-02-15T10:00:00",
        "2026-02-16T10:00:00", // Tet
        "2026-02-20T14:35:00",
        "2026-08-22T10:00:00", // a Saturday on which others work
        "2026-04-27T00:00:00", // the Hung Kings
        "2026-01-01T09:00:00"
    })
    void on_weekends_and_holidays_every_board_is_closed_all_day(String time) {
        for (TradingBoard board : TradingBoard.values()) {
            assertThat(clock.phase(board, vietnam(time))).as("%s", board).isEqualTo(SessionPhase.CLOSED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-10T15:00:00, 2026-02-11T00:00:00", // overnight
        "2026-02-06T15:00:00, 2026-02-09T00:00:00", // over a weekend
        "2026-02-07T12:00:00, 2026-02-09T00:00:00",
        "2026-02-13T15:00:00, 2026-02-23T00:00:00", // over Tet, with the weekends on both sides
        "2026-02-18T10:00:00, 2026-02-23T00:00:00",
        "2026-12-31T15:00:00, 2027-01-04T00:00:00" // over New Year
    })
    void after_the_close_the_next_change_is_midnight_before_the_next_trading_day(String closed, String next) {
        assertThat(clock.nextChange(TradingBoard.HOSE, vietnam(closed))).isEqualTo(vietnam(next));
        assertThat(clock.phase(TradingBoard.HOSE, vietnam(next))).isEqualTo(SessionPhase.PRE_OPEN);
    }

    @Test
    void the_last_day_before_tet_is_a_whole_day() {
        assertThat(clock.phase(TradingBoard.HOSE, vietnam("2026-02-13T14:44:59")))
                .isEqualTo(SessionPhase.ATC);
    }

    @ParameterizedTest
    @EnumSource
    void walking_from_change_to_change_meets_every_phase_and_never_stands_still(TradingBoard board) {
        Instant at = vietnam("2026-02-11T00:00:00");
        SessionPhase phase = clock.phase(board, at);

        for (int i = 0; i < 100; i++) {
            Instant next = clock.nextChange(board, at);
            assertThat(next).isAfter(at);
            assertThat(clock.phase(board, next.minusNanos(1))).isEqualTo(phase);
            assertThat(clock.phase(board, next)).isNotEqualTo(phase);
            phase = clock.phase(board, next);
            at = next;
        }
    }

    @Test
    void a_clock_that_jumps_back_finds_the_phase_of_then() {
        assertThat(clock.phase(TradingBoard.HOSE, vietnam("2026-02-11T14:40:00")))
                .isEqualTo(SessionPhase.ATC);
        assertThat(clock.phase(TradingBoard.HOSE, vietnam("2026-02-11T09:10:00")))
                .isEqualTo(SessionPhase.ATO);
    }

    @Test
    void the_day_is_that_of_vietnam() {
        Instant lateInEurope = Instant.parse("2026-02-11T17:00:00Z");

        assertThat(SessionClock.dateAt(lateInEurope)).isEqualTo("2026-02-12");
        assertThat(SessionClock.dateAt(lateInEurope.minusNanos(1))).isEqualTo("2026-02-11");
    }

    @ParameterizedTest
    @CsvSource({
        "PRE_OPEN, false, false, CLOSED",
        "ATO, true, true, ATO",
        "CONTINUOUS, true, true, CONTINUOUS",
        "LUNCH_BREAK, false, false, LUNCH_BREAK",
        "ATC, true, true, ATC",
        "PUT_THROUGH, true, false, PUT_THROUGH",
        "PLO, true, false, PUT_THROUGH",
        "CLOSED, false, false, CLOSED"
    })
    void a_phase_says_whether_it_is_open_whether_orders_meet_and_what_a_trade_would_belong_to(
            SessionPhase phase, boolean open, boolean matches, TradingSession session) {
        assertThat(phase.isOpen()).isEqualTo(open);
        assertThat(phase.matchesOrders()).isEqualTo(matches);
        assertThat(phase.session()).isEqualTo(session);
    }

    private static Instant vietnam(String time) {
        return LocalDateTime.parse(time).atZone(SessionClock.ZONE).toInstant();
    }
}
