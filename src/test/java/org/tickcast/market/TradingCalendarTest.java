package org.tickcast.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On which days the exchanges trade, and how the file of holidays is read. */
class TradingCalendarTest {

    private final TradingCalendar calendar = TradingCalendar.vietnam();

    @ParameterizedTest
    @CsvSource({
        "2025-01-24, true",
        "2025-01-27, false", // Tet
        "2025-01-31, false",
        "2025-02-03, true",
        "2025-04-07, false", // Hung Kings
        "2025-05-02, false", // exchanged for a Saturday
        "2025-05-05, true",
        "2025-09-01, false",
        "2025-09-03, true",
        "2026-01-02, false", // exchanged for a Saturday
        "2026-01-05, true",
        "2026-02-13, true",
        "2026-02-16, false", // Tet
        "2026-02-20, false",
        "2026-02-23, true",
        "2026-04-27, false",
        "2026-04-30, false",
        "2026-08-22, false", // worked, but a Saturday
        "2026-08-31, false",
        "2026-09-03, true",
        "2027-02-05, false", // Tet
        "2027-02-11, false",
        "2027-02-12, true"
    })
    void weekends_and_holidays_are_not_traded_on(LocalDate day, boolean trading) {
        assertThat(calendar.isTradingDay(day)).isEqualTo(trading);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-10, 2026-02-11", "2026-02-06, 2026-02-09", "2026-02-13, 2026-02-23", "2026-04-29, 2026-05-04"})
    void the_next_trading_day_and_the_one_before_are_each_others_way_back(LocalDate earlier, LocalDate later) {
        assertThat(calendar.nextTradingDay(earlier)).isEqualTo(later);
        assertThat(calendar.previousTradingDay(later)).isEqualTo(earlier);
    }

    @Test
    void from_the_middle_of_tet_both_lead_out_of_it() {
        LocalDate tet = LocalDate.parse("2026-02-18");

        assertThat(calendar.previousTradingDay(tet)).isEqualTo("2026-02-13");
        assertThat(calendar.nextTradingDay(tet)).isEqualTo("2026-02-23");
    }

    @Test
    void every_year_of_the_file_has_its_holidays_and_none_is_wasted_on_a_weekend() {
        for (int year = 2025; year <= 2027; year++) {
            assertThat(calendar.holidays())
                    .contains(LocalDate.of(year, 1, 1), LocalDate.of(year, 4, 30), LocalDate.of(year, 9, 2));
        }
        assertThat(calendar.holidays())
                .extracting(LocalDate::getDayOfWeek)
                .doesNotContain(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    @Test
    void a_file_has_one_date_a_line_with_comments_and_blanks() {
        TradingCalendar read = TradingCalendar.read(new StringReader("""
                # our own

                2026-02-11 # a Wednesday off
                  2026-02-12\t
                2026-02-11
                """));

        assertThat(read.holidays()).isEqualTo(Set.of(LocalDate.parse("2026-02-11"), LocalDate.parse("2026-02-12")));
        assertThat(read.isTradingDay(LocalDate.parse("2026-02-16"))).isTrue();
    }

    @Test
    void an_empty_file_leaves_only_the_weekends() {
        assertThat(TradingCalendar.read(new StringReader("")).holidays()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"16/02/2026", "2026-02-30", "2026-2-16", "Tet", "2026-02-16 Tet"})
    void a_bad_line_names_its_number_and_what_it_says(String bad) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TradingCalendar.read(new StringReader("# ours\n2026-02-11\n" + bad + "\n2026-02-12")))
                .withMessageContaining("Line 3")
                .withMessageContaining("\"" + bad + "\"");
    }

    @Test
    void a_file_that_never_ends_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TradingCalendar.read(new StringReader("2026-02-11\n".repeat(10_001))))
                .withMessageContaining("10000");
    }

    @Test
    void a_file_that_breaks_off_says_where() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> TradingCalendar.read(new BrokenFile()))
                .withMessageContaining("line 1");
    }

    private static final class BrokenFile extends Reader {

        @Override
        public int read(char[] into, int from, int length) throws IOException {
            throw new IOException("the disk is gone");
        }

        @Override
        public void close() {
            // There is nothing to give back.
        }
    }
}
