package org.tickcast.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tickcast.market.Depth;
import org.tickcast.market.ForeignFlow;
import org.tickcast.market.IndexValue;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.PriceBand;
import org.tickcast.market.Quote;
import org.tickcast.market.Symbol;
import org.tickcast.market.TickSize;
import org.tickcast.market.Trade;
import org.tickcast.market.Watchlist;

/** Two hours of the invented market keep the rules of the real one. */
class SimulatedTradingTest {

    private static final int TWO_HOURS_OF_STEPS = 2 * 60 * 60 * 20;
    private static final int TEN_MINUTES_OF_VALUES = 600;

    private static final Map<Symbol, PriceBand> BANDS = new HashMap<>();
    private static final List<String> WRONG_PRICES = new ArrayList<>();
    private static final List<String> WRONG_BOOKS = new ArrayList<>();
    private static final List<String> WRONG_FLOWS = new ArrayList<>();
    private static final Map<Symbol, Set<Long>> TRADED_AT = new HashMap<>();
    private static final Map<Symbol, ForeignFlow> FLOWS = new HashMap<>();
    private static final List<Double> VN30 = new ArrayList<>();

    @BeforeAll
    static void let_two_hours_pass() {
        SimulatedMarket market = new SimulatedMarket(1, TEN);
        for (int i = 0; i < TWO_HOURS_OF_STEPS; i++) {
            market.step(SimulatedTradingTest::watch);
        }
    }

    @Test
    void every_price_is_on_a_step_and_inside_the_band() {
        assertThat(WRONG_PRICES).isEmpty();
    }

    @Test
    void a_book_never_crosses_and_its_levels_lead_away_from_the_middle() {
        assertThat(WRONG_BOOKS).isEmpty();
    }

    @Test
    void foreign_totals_only_grow() {
        assertThat(FLOWS).hasSize(30);
        assertThat(WRONG_FLOWS).isEmpty();
    }

    @Test
    void no_stock_stands_still() {
        assertThat(TRADED_AT)
                .hasSize(30)
                .allSatisfy((symbol, prices) -> assertThat(prices).hasSizeGreaterThan(3));
    }

    @Test
    void the_index_never_leaves_the_band_and_never_stops_for_ten_minutes() {
        assertThat(VN30)
                .hasSize(12 * TEN_MINUTES_OF_VALUES)
                .allSatisfy(value -> assertThat(value).isBetween(1_980 * 0.93, 1_980 * 1.07));

        for (int from = 0; from < VN30.size(); from += TEN_MINUTES_OF_VALUES) {
            assertThat(new HashSet<>(VN30.subList(from, from + TEN_MINUTES_OF_VALUES)))
                    .as("values of VN30 in the ten minutes from second %d", from)
                    .hasSizeGreaterThan(100);
        }
    }

    private static void watch(MarketEvent event) {
        if (event instanceof PriceBand band) {
            BANDS.put(band.symbol(), band);
        } else if (event instanceof Trade trade) {
            TRADED_AT.computeIfAbsent(trade.symbol(), first -> new HashSet<>()).add(trade.price());
            checkPrice(trade.symbol(), trade.price(), trade);
        } else if (event instanceof Quote quote) {
            checkBook(quote);
        } else if (event instanceof ForeignFlow flow) {
            checkFlow(flow, FLOWS.put(flow.symbol(), flow));
        } else if (event instanceof IndexValue value && value.index().equals(Watchlist.VN30)) {
            VN30.add(value.value());
        }
    }

    private static void checkPrice(Symbol symbol, long price, MarketEvent where) {
        PriceBand band = Objects.requireNonNull(BANDS.get(symbol), () -> "No band before " + where);
        if (!TickSize.isOnTick(price) || !band.contains(price)) {
            WRONG_PRICES.add(where.toString());
        }
    }

    private static void checkBook(Quote quote) {
        boolean empty = quote.bids().best() == 0 || quote.asks().best() == 0;
        boolean ordered = leads(1, quote.asks()) && leads(-1, quote.bids());
        if (empty || quote.bids().best() >= quote.asks().best() || !ordered) {
            WRONG_BOOKS.add(quote.toString());
        }
        quote.bids().levels().forEach(level -> checkPrice(quote.symbol(), level.price(), quote));
        quote.asks().levels().forEach(level -> checkPrice(quote.symbol(), level.price(), quote));
    }

    private static boolean leads(int direction, Depth side) {
        List<Depth.Level> levels = side.levels();
        for (int i = 1; i < levels.size(); i++) {
            if (Long.signum(levels.get(i).price() - levels.get(i - 1).price()) != direction) {
                return false;
            }
        }
        return true;
    }

    private static void checkFlow(ForeignFlow now, @Nullable ForeignFlow before) {
        if (before != null && (now.buyVolume() < before.buyVolume() || now.sellVolume() < before.sellVolume())) {
            WRONG_FLOWS.add(before + " and then " + now);
        }
    }
}
