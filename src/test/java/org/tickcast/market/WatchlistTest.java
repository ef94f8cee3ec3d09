package org.tickcast.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tickcast.testing.SampleMarket.FEBRUARY;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.NOT_LISTED;
import static org.tickcast.testing.SampleMarket.VNM;
import static org.tickcast.testing.SampleMarket.watchlist;

import java.io.StringReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which stocks and indices the board keeps, and in which order. */
class WatchlistTest {

    @Test
    void the_basket_has_thirty_stocks_and_two_indices() {
        Watchlist vn30 = Watchlist.vn30();

        assertThat(vn30.stocks()).hasSize(30).contains(FPT, VNM);
        assertThat(vn30.indices()).containsExactly(Watchlist.VN30, Watchlist.VNINDEX);
    }

    @Test
    void the_order_is_kept_and_later_changes_to_the_set_are_not() {
        Set<Symbol> stocks = new LinkedHashSet<>(List.of(VNM, FPT));
        Watchlist watchlist = new Watchlist(stocks, Set.of());

        stocks.clear();

        assertThat(watchlist.stocks()).containsExactly(VNM, FPT);
    }

    @Test
    void a_basket_of_ones_own_replaces_the_thirty_and_keeps_the_indices() {
        Watchlist own = Watchlist.read(new StringReader("# ours\nVNM\n\nFPT # twice\nVNM\n"));

        assertThat(own.stocks()).containsExactly(VNM, FPT);
        assertThat(own.indices()).containsExactly(Watchlist.VN30, Watchlist.VNINDEX);
        assertThat(own.everyStock()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n\n"})
    void an_empty_basket_watches_everything(String basket) {
        Watchlist everything = Watchlist.read(new StringReader(basket));

        assertThat(everything).isEqualTo(Watchlist.everything());
        assertThat(everything.watches(NOT_LISTED)).isTrue();
    }

    @Test
    void an_empty_list_in_code_watches_nothing() {
        assertThat(new Watchlist(Set.of(), Set.of()).watches(FPT)).isFalse();
    }

    @Test
    void a_bad_line_of_a_basket_names_its_number() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Watchlist.read(new StringReader("FPT\nvnm\n")))
                .withMessageContaining("Line 2")
                .withMessageContaining("\"vnm\"");
    }

    @Test
    void extra_stocks_stand_behind_the_basket() {
        Watchlist more = watchlist().with(List.of(NOT_LISTED, FPT));

        assertThat(more.stocks()).containsExactly(FPT, VNM, NOT_LISTED);
        assertThat(more.watches(NOT_LISTED)).isTrue();
    }

    @Test
    void extra_indices_and_futures_in_either_spelling_are_not_stocks() {
        Watchlist more = watchlist().with(List.of(Watchlist.VNINDEX, FEBRUARY, new Symbol("41I1G2000")));

        assertThat(more).isEqualTo(watchlist());
    }

    @ParameterizedTest
    @CsvSource({
        "FPT, true, true",
        "XYZ, false, true",
        "VN30F2602, true, true",
        "41I1G2000, true, true",
        "VN30F1M, true, true"
    })
    void futures_are_always_watched_and_other_stocks_only_when_all_are(String code, boolean listed, boolean all) {
        assertThat(watchlist().watches(new Symbol(code))).isEqualTo(listed);
        assertThat(Watchlist.everything().watches(new Symbol(code))).isEqualTo(all);
    }

    @Test
    void an_index_is_watched_only_when_it_is_named() {
        assertThat(Watchlist.everything().watchesIndex(Watchlist.VN30)).isTrue();
        assertThat(Watchlist.everything().watchesIndex(new Symbol("VNXALL"))).isFalse();
    }
}
