package org.tickcast.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.VNM;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
}
