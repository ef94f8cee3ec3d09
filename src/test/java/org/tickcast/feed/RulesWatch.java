package org.tickcast.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.DailyReset;
import org.tickcast.market.Depth;
import org.tickcast.market.ForeignFlow;
import org.tickcast.market.FuturesTrade;
import org.tickcast.market.IndexValue;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.PriceBand;
import org.tickcast.market.Quote;
import org.tickcast.market.Symbol;
import org.tickcast.market.TickSize;
import org.tickcast.market.Trade;
import org.tickcast.market.Watchlist;

/** Watches a market and writes down everything that no exchange would allow. */
final class RulesWatch implements Consumer<MarketEvent> {

    private static final long LOT = 100;

    final Map<Symbol, PriceBand> bands = new HashMap<>();
    final Map<Symbol, ForeignFlow> flows = new HashMap<>();
    final Map<Symbol, Quote> books = new HashMap<>();
    final Map<Symbol, Long> volumes = new HashMap<>();
    final List<IndexValue> vn30 = new ArrayList<>();
    final List<IndexValue> vnIndex = new ArrayList<>();
    final List<Trade> trades = new ArrayList<>();
    final List<FuturesTrade> futures = new ArrayList<>();
    final List<String> broken = new ArrayList<>();

    @Override
    public void accept(MarketEvent event) {
        if (event instanceof PriceBand band) {
            bands.put(band.symbol(), band);
        } else if (event instanceof Trade trade) {
            watch(trade);
        } else if (event instanceof Quote quote) {
            watch(quote);
        } else if (event instanceof ForeignFlow flow) {
            watch(flow, flows.put(flow.symbol(), flow));
        } else if (event instanceof IndexValue value) {
            watch(value);
        } else if (event instanceof FuturesTrade trade) {
            futures.add(trade);
        } else if (event instanceof DailyReset) {
            volumes.clear();
            flows.clear();
        }
    }

    long volume() {
        return volumes.values().stream().mapToLong(Long::longValue).sum();
    }

    boolean isAtTheFloor(Trade trade) {
        return trade.price() == band(trade.symbol(), trade).floor();
    }

    private void watch(Trade trade) {
        trades.add(trade);
        volumes.merge(trade.symbol(), trade.volume(), Long::sum);
        checkPrice(trade.symbol(), trade.price(), trade);
        check(trade.volume() % LOT == 0, trade);
    }

    private void watch(Quote quote) {
        books.put(quote.symbol(), quote);
        long bid = quote.bids().best();
        long ask = quote.asks().best();
        check(bid == 0 || ask == 0 || bid < ask, quote);
        check(leads(1, quote.asks()) && leads(-1, quote.bids()), quote);
        for (Depth side : List.of(quote.bids(), quote.asks())) {
            check(side.levels().size() <= OrderBook.LEVELS_SHOWN, quote);
            for (Depth.Level level : side.levels()) {
                checkPrice(quote.symbol(), level.price(), quote);
                check(level.volume() > 0 && level.volume() % LOT == 0, quote);
            }
        }
    }

    private void watch(ForeignFlow now, @Nullable ForeignFlow before) {
        check(now.currentRoom() <= now.totalRoom(), now);
        check(now.buyVolume() <= volumes.getOrDefault(now.symbol(), 0L), now);
        check(now.sellVolume() <= volumes.getOrDefault(now.symbol(), 0L), now);
        if (before != null) {
            check(now.buyVolume() >= before.buyVolume() && now.sellVolume() >= before.sellVolume(), now);
        }
    }

    /** The index counts what is traded, no share more and no share less. */
    private void watch(IndexValue value) {
        if (value.index().equals(Watchlist.VN30)) {
            vn30.add(value);
            check(value.totalVolume() == volume(), value);
        } else {
            vnIndex.add(value);
            check(value.totalVolume() >= volume(), value);
        }
    }

    private void checkPrice(Symbol symbol, long price, MarketEvent where) {
        PriceBand band = band(symbol, where);
        check(TickSize.isOnTick(price) && band.contains(price), where);
    }

    private PriceBand band(Symbol symbol, MarketEvent where) {
        return Objects.requireNonNull(bands.get(symbol), () -> "No band before " + where);
    }

    private void check(boolean kept, MarketEvent where) {
        if (!kept && broken.size() < 10) {
            broken.add(where.toString());
        }
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
}
