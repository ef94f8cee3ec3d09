package org.tickcast.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickcast.market.FuturesListing;
import org.tickcast.market.FuturesRoll;
import org.tickcast.market.Symbol;
import org.tickcast.market.Watchlist;
import org.tickcast.testing.MapConfig;

/** The lists of the exchange can be replaced by files, and a bad file stops the start with the line that is wrong. */
class MarketSettingsTest {

    private static final Symbol FPT = new Symbol("FPT");
    private static final Symbol SHS = new Symbol("SHS");

    private final Map<String, String> values = new HashMap<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path directory;

    @Test
    void with_nothing_set_they_are_ours() {
        MarketSettings market = read();

        assertThat(market.watchlist()).isEqualTo(Watchlist.vn30());
        assertThat(market.sectors().sectorOf(FPT)).isEqualTo("Technology");
        assertThat(market.calendar().isTradingDay(LocalDate.parse("2026-02-17")))
                .isFalse();
        assertThat(market.futures().roll()).isEqualTo(FuturesRoll.AFTER_LAST_TRADING_DAY);
    }

    @Test
    void the_future_may_give_way_to_the_next_as_in_older_systems() {
        values.put("tickcast.market.futures-roll", "on-last-thursday");

        assertThat(read().futures()).isEqualTo(new FuturesListing(read().calendar(), FuturesRoll.ON_LAST_THURSDAY));
    }

    @Test
    void a_basket_of_one_s_own_takes_the_place_of_ours() throws IOException {
        set("tickcast.market.basket", "SHS\n# a comment\nFPT # and another\n");

        assertThat(read().watchlist().stocks()).containsExactly(SHS, FPT);
    }

    @Test
    void an_empty_basket_watches_everything() throws IOException {
        set("tickcast.market.basket", "# nothing\n");

        assertThat(read().watchlist()).isEqualTo(Watchlist.everything());
    }

    @Test
    void everything_comes_behind_the_basket() {
        values.put("tickcast.market.watch", "everything");

        assertThat(read().watchlist()).isEqualTo(Watchlist.vn30().withEverything());
        assertThat(read().watchlist().watches(SHS)).isTrue();
    }

    @Test
    void extra_symbols_come_behind_the_basket_whatever_is_between_them() {
        values.put("tickcast.market.extra-symbols", " shs, ,VND ,VN30,VN30F2602");

        assertThat(read().watchlist().stocks()).hasSize(32).endsWith(SHS, new Symbol("VND"));
    }

    @Test
    void sectors_and_holidays_are_files_too() throws IOException {
        set("tickcast.market.sectors", "SHS Brokerage houses\n");
        set("tickcast.market.holidays", "2026-11-23\n");

        assertThat(read().sectors().sectorOf(SHS)).isEqualTo("Brokerage houses");
        assertThat(read().calendar().isTradingDay(LocalDate.parse("2026-11-23")))
                .isFalse();
        assertThat(read().calendar().isTradingDay(LocalDate.parse("2026-02-17")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "tickcast.market.basket, not a symbol",
        "tickcast.market.sectors, FPT",
        "tickcast.market.holidays, 2026-02-30"
    })
    void a_line_that_is_wrong_is_named(String property, String line) throws IOException {
        set(property, "# first\n" + line + "\n");

        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(this::read)
                .withMessageContaining(property + " must be a file with")
                .withMessageContaining("Line 2: ");
    }

    @Test
    void a_file_of_bytes_that_are_no_text_is_refused() throws IOException {
        Path file = directory.resolve("bytes");
        Files.write(file, new byte[] {(byte) 0xC3, (byte) 0x28});
        values.put("tickcast.market.basket", file.toString());

        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(this::read)
                .withMessageContaining("which cannot be read");
    }

    private void set(String property, String lines) throws IOException {
        Path file = directory.resolve(property);
        Files.writeString(file, lines);
        values.put(property, file.toString());
    }

    private MarketSettings read() {
        SettingsReader in = new SettingsReader(new MapConfig(values));
        MarketSettings market = MarketSettings.read(in);
        in.finish();
        return market;
    }
}
