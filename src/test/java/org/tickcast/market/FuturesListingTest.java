package org.tickcast.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which futures are listed on a day, which of them is in front, and what the aliases stand for. */
class FuturesListingTest {

    private static final LocalDate ELEVENTH_OF_FEBRUARY = LocalDate.parse("2026-02-11");

    private final FuturesListing listing = FuturesListing.vietnam();

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, VN30F2601",
        "2026-01-15, VN30F2601",
        "2026-01-16, VN30F2602",
        "2026-02-13, VN30F2602", // the last day, because of Tet
        "2026-02-14, VN30F2603",
        "2026-02-19, VN30F2603", // the third Thursday itself
        "2025-12-18, VN30F2512",
        "2025-12-19, VN30F2601",
        "2025-12-31, VN30F2601"
    })
    void the_front_month_rolls_on_the_day_after_the_last_trading_day(LocalDate day, String front) {
        assertThat(listing.frontMonth(day)).hasToString(front);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-13, VN30F2602",
        "2026-02-25, VN30F2602",
        "2026-02-26, VN30F2603",
        "2026-01-28, VN30F2601",
        "2026-01-29, VN30F2602",
        "2026-04-29, VN30F2604",
        "2026-04-30, VN30F2605", // a holiday, which the old rule does not know
        "2025-12-25, VN30F2601"
    })
    void the_old_rule_rolls_on_the_last_Thursday(LocalDate day, String front) {
        FuturesListing old = new FuturesListing(TradingCalendar.vietnam(), FuturesRoll.ON_LAST_THURSDAY);

        assertThat(old.frontMonth(day)).hasToString(front);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05, VN30F2601, VN30F2602, VN30F2603, VN30F2606",
        "2026-02-11, VN30F2602, VN30F2603, VN30F2606, VN30F2609",
        "2026-03-02, VN30F2603, VN30F2604, VN30F2606, VN30F2609",
        "2026-04-01, VN30F2604, VN30F2605, VN30F2606, VN30F2609",
        "2026-05-04, VN30F2605, VN30F2606, VN30F2609, VN30F2612",
        "2026-11-02, VN30F2611, VN30F2612, VN30F2703, VN30F2706",
        "2026-12-18, VN30F2701, VN30F2702, VN30F2703, VN30F2706"
    })
    void four_months_are_listed(LocalDate day, String first, String second, String third, String fourth) {
        assertThat(listing.listed(day))
                .extracting(FuturesContract::toString)
                .containsExactly(first, second, third, fourth);
    }

    @ParameterizedTest
    @CsvSource({
        "VN30F1M, VN30F2602",
        "VN30F2M, VN30F2603",
        "VN30F1Q, VN30F2606",
        "VN30F2Q, VN30F2609",
        "VN30F2508, VN30F2508",
        "41I1G6000, VN30F2606"
    })
    void an_alias_stands_for_one_of_the_four_and_a_code_for_itself(String code, String contract) {
        assertThat(listing.contract(new Symbol(code), ELEVENTH_OF_FEBRUARY)).hasToString(contract);
    }

    @Test
    void the_alias_moves_on_when_the_front_month_rolls() {
        Symbol front = new Symbol("VN30F1M");

        assertThat(listing.contract(front, LocalDate.parse("2026-02-13"))).hasToString("VN30F2602");
        assertThat(listing.contract(front, LocalDate.parse("2026-02-23"))).hasToString("VN30F2603");
    }

    @Test
    void an_alias_that_nobody_knows_is_refused() {
        assertThatExceptionOfType(BadContractCode.class)
                .isThrownBy(() -> listing.contract(new Symbol("VN30F3M"), ELEVENTH_OF_FEBRUARY))
                .withMessageContaining("VN30F3M");
    }
}
