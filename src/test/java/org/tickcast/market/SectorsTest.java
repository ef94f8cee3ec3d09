package org.tickcast.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.NOT_LISTED;
import static org.tickcast.testing.SampleMarket.VNM;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which sector each stock belongs to, and how the file is read. */
class SectorsTest {

    @Test
    void every_stock_of_the_basket_has_a_sector_and_no_other_has() {
        Sectors sectors = Sectors.vn30();

        assertThat(sectors.bySymbol()).containsOnlyKeys(Watchlist.vn30().stocks());
        assertThat(sectors.sectorOf(FPT)).isEqualTo("Technology");
        assertThat(sectors.sectorOf(VNM)).isEqualTo("Consumer goods");
        assertThat(sectors.sectorOf(NOT_LISTED)).isNull();
    }

    @Test
    void a_file_has_a_symbol_and_a_sector_on_each_line() {
        Sectors sectors = Sectors.read(new StringReader("# ours\n\nFPT\tSoftware # mostly\nFPT Software\n"));

        assertThat(sectors.bySymbol()).hasSize(1);
        assertThat(sectors.sectorOf(FPT)).isEqualTo("Software");
    }

    @ParameterizedTest
    @CsvSource({"fpt Software, fpt", "VNM, VNM has no sector", "FPT Banking, Software and Banking"})
    void a_bad_line_names_its_number_and_its_fault(String bad, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sectors.read(new StringReader("FPT Software\n" + bad)))
                .withMessageContaining("Line 2")
                .withMessageContaining(fault);
    }
}
