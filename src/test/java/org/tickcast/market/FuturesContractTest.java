package org.tickcast.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One contract under both of its names, and the last day on which it is traded. */
class FuturesContractTest {

    @ParameterizedTest
    @CsvSource({
        "VN30F2508, 41I1F8000, 2025-08",
        "VN30F2510, 41I1FA000, 2025-10",
        "VN30F2511, 41I1FB000, 2025-11",
        "VN30F2512, 41I1FC000, 2025-12",
        "VN30F2602, 41I1G2000, 2026-02",
        "VN30F1001, 41I101000, 2010-01", // the ends of the exchange's alphabet, and around its gaps
        "VN30F1912, 41I19C000, 2019-12",
        "VN30F2709, 41I1H9000, 2027-09",
        "VN30F2801, 41I1J1000, 2028-01",
        "VN30F3212, 41I1NC000, 2032-12",
        "VN30F3301, 41I1P1000, 2033-01",
        "VN30F3806, 41I1U6000, 2038-06",
        "VN30F3912, 41I1VC000, 2039-12"
    })
    void both_spellings_are_one_contract(String legacy, String krx, YearMonth month) {
        FuturesContract contract = FuturesContract.of(new Symbol(legacy));

        assertThat(contract).isEqualTo(FuturesContract.of(new Symbol(krx))).isEqualTo(new FuturesContract(month));
        assertThat(contract.symbol()).hasToString(legacy);
        assertThat(contract.krxSymbol()).hasToString(krx);
        assertThat(contract).hasToString(legacy);
    }

    @ParameterizedTest
    @CsvSource({
        "41I1F8000, VN30F2508",
        "VN30F2508, VN30F2508",
        "FPT, FPT",
        "VN30, VN30",
        "VN30F1M, VN30F1M",
        "41I1F8, 41I1F8"
    })
    void every_symbol_has_one_canonical_spelling(String spelt, String canonical) {
        assertThat(FuturesContract.canonical(new Symbol(spelt))).isEqualTo(new Symbol(canonical));
    }

    @Test
    void a_spelling_of_the_exchange_without_a_month_has_no_canonical_one() {
        assertThatExceptionOfType(BadContractCode.class)
                .isThrownBy(() -> FuturesContract.canonical(new Symbol("41I1FD000")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FPT",
                "VN30",
                "VN30F",
                "VN30F1M",
                "VN30F250",
                "VN30F25081",
                "VN30F2500",
                "VN30F2513",
                "VN30F0912",
                "VN30F4001",
                "41I1F8",
                "41I1F8001",
                "41I1F80000",
                "41I1F0000",
                "41I1FD000",
                "41I1I1000",
                "41I1O1000",
                "41I1W1000",
                "41I2F8000",
                "41B5F8000"
            })
    void a_code_that_is_no_contract_is_named(String code) {
        assertThatExceptionOfType(BadContractCode.class)
                .isThrownBy(() -> FuturesContract.of(new Symbol(code)))
                .withMessageContaining("\"" + code + "\"")
                .extracting(BadContractCode::code)
                .isEqualTo(code);
    }

    @Test
    void a_month_that_only_one_spelling_could_name_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FuturesContract(YearMonth.of(2009, 12)));
        assertThatIllegalArgumentException().isThrownBy(() -> new FuturesContract(YearMonth.of(2040, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "VN30F2501, 2025-01-16",
        "VN30F2505, 2025-05-15", // a month that begins on a Thursday
        "VN30F2508, 2025-08-21",
        "VN30F2601, 2026-01-15",
        "VN30F2602, 2026-02-13", // 19 February is in Tet
        "VN30F2603, 2026-03-19",
        "VN30F2604, 2026-04-16"
    })
    void the_last_trading_day_is_the_third_Thursday_or_the_trading_day_before(String code, LocalDate last) {
        FuturesContract contract = FuturesContract.of(new Symbol(code));

        assertThat(contract.lastTradingDay(TradingCalendar.vietnam())).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"VN30F2508, true", "VN30F1M, true", "41I1F8000, true", "VN30FXX, true", "VN30, false", "FPT, false"})
    void a_symbol_that_is_meant_to_be_a_future_is_known_by_its_beginning(String code, boolean meant) {
        assertThat(FuturesContract.isMeantBy(new Symbol(code))).isEqualTo(meant);
    }

    @Test
    void contracts_stand_in_the_order_of_their_months() {
        FuturesContract december = new FuturesContract(YearMonth.of(2025, 12));

        assertThat(december.next()).isEqualTo(new FuturesContract(YearMonth.of(2026, 1)));
        assertThat(december).isLessThan(december.next());
    }
}
