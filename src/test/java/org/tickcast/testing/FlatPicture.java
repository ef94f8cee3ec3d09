package org.tickcast.testing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tickcast.market.ForeignActivity;
import org.tickcast.market.ForeignField;
import org.tickcast.market.FuturesField;
import org.tickcast.market.FuturesPicture;
import org.tickcast.market.IndexChanges;
import org.tickcast.market.IndexField;
import org.tickcast.market.IndexPicture;
import org.tickcast.market.IntradayPoint;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.MarketChanges;
import org.tickcast.market.MarketSnapshot;
import org.tickcast.market.SessionStats;
import org.tickcast.market.StockField;
import org.tickcast.market.StockPrice;
import org.tickcast.market.Symbol;

/**
 * All that a board shows, field by field under a name, as a client would keep it. It is moved on by changes alone, so
 * comparing it with the board's own picture says whether the changes were complete.
 */
public final class FlatPicture {

    private final TreeMap<String, Object> fields = new TreeMap<>();

    private FlatPicture() {}

    public static FlatPicture of(MarketBoard board) {
        FlatPicture picture = new FlatPicture();
        MarketSnapshot now = board.snapshot();
        now.stats().forEach((symbol, stats) -> {
            for (StockField field : StockField.values()) {
                picture.put(
                        "stock",
                        symbol,
                        field,
                        valueOf(
                                field,
                                stats,
                                Objects.requireNonNull(now.prices().get(symbol))));
            }
        });
        for (ForeignActivity stock : board.foreignStocks()) {
            for (ForeignField field : ForeignField.values()) {
                picture.put("foreign", stock.symbol(), field, valueOf(field, stock));
            }
        }
        now.indices().forEach(picture::putIndex);
        FuturesPicture futures = now.futures();
        if (futures != null) {
            for (FuturesField field : FuturesField.values()) {
                picture.fields.put("futures." + field, valueOf(field, futures));
            }
            picture.fields.put("futures.contract", futures.contract());
        }
        return picture;
    }

    /** Takes from the present only what the changes name. */
    public FlatPicture movedOn(MarketChanges changes, FlatPicture present) {
        FlatPicture moved = new FlatPicture();
        moved.fields.putAll(fields);
        changes.foreignGone().forEach(symbol -> moved.remove("foreign", symbol));
        changes.indicesGone().forEach(symbol -> moved.remove("index", symbol));
        if (changes.futuresGone()) {
            moved.fields.keySet().removeIf(name -> name.startsWith("futures."));
        }
        changes.stocks().forEach((symbol, names) -> names.forEach(name -> moved.take("stock", symbol, name, present)));
        changes.foreign()
                .forEach((symbol, names) -> names.forEach(name -> moved.take("foreign", symbol, name, present)));
        changes.indices().forEach((symbol, index) -> moved.takeIndex(symbol, index, present));
        changes.futures()
                .forEach(field -> moved.fields.put("futures." + field, present.fields.get("futures." + field)));
        if (!changes.futures().isEmpty()) {
            moved.fields.put("futures.contract", present.fields.get("futures.contract"));
        }
        return moved;
    }

    public Map<String, Object> fields() {
        return fields;
    }

    private void putIndex(Symbol symbol, IndexPicture index) {
        for (IndexField field : IndexField.values()) {
            put("index", symbol, field, valueOf(field, index));
        }
        List<IntradayPoint> line = index.intraday();
        for (int i = 0; i < line.size(); i++) {
            fields.put(pointName(symbol, index.firstPoint() + i), line.get(i));
        }
    }

    private void takeIndex(Symbol symbol, IndexChanges index, FlatPicture present) {
        index.fields().forEach(field -> take("index", symbol, field, present));
        String points = "index." + symbol + ".point.";
        String first = pointName(symbol, index.firstPoint());
        String firstNew = pointName(symbol, index.firstNewPoint());
        fields.keySet()
                .removeIf(name ->
                        name.startsWith(points) && (name.compareTo(first) < 0 || name.compareTo(firstNew) >= 0));
        for (int i = 0; i < index.newPoints().size(); i++) {
            fields.put(
                    pointName(symbol, index.firstNewPoint() + i),
                    index.newPoints().get(i));
        }
    }

    private static String pointName(Symbol symbol, long number) {
        return "index." + symbol + ".point." + String.format("%09d", number);
    }

    private void put(String kind, Symbol symbol, Enum<?> field, Object value) {
        fields.put(kind + "." + symbol + "." + field, value);
    }

    private void take(String kind, Symbol symbol, Enum<?> field, FlatPicture present) {
        String name = kind + "." + symbol + "." + field;
        fields.put(name, present.fields.get(name));
    }

    private void remove(String kind, Symbol symbol) {
        fields.keySet().removeIf(name -> name.startsWith(kind + "." + symbol + "."));
    }

    private static Object valueOf(StockField field, SessionStats stats, StockPrice price) {
        return switch (field) {
            case LAST -> price.last();
            case REFERENCE -> price.reference();
            case CEILING -> price.ceiling();
            case FLOOR -> price.floor();
            case ATO_BUY -> stats.ato().activeBuy();
            case ATO_SELL -> stats.ato().activeSell();
            case ATO_NEUTRAL -> stats.ato().neutral();
            case CONTINUOUS_BUY -> stats.continuous().activeBuy();
            case CONTINUOUS_SELL -> stats.continuous().activeSell();
            case CONTINUOUS_NEUTRAL -> stats.continuous().neutral();
            case ATC_BUY -> stats.atc().activeBuy();
            case ATC_SELL -> stats.atc().activeSell();
            case ATC_NEUTRAL -> stats.atc().neutral();
            case BUY_VALUE -> stats.activeBuyValue();
            case SELL_VALUE -> stats.activeSellValue();
            case UPDATED -> String.valueOf(stats.lastUpdated());
        };
    }

    private static Object valueOf(ForeignField field, ForeignActivity stock) {
        return switch (field) {
            case BUY_VOLUME -> stock.buyVolume();
            case SELL_VOLUME -> stock.sellVolume();
            case BUY_VALUE -> stock.buyValue();
            case SELL_VALUE -> stock.sellValue();
            case TOTAL_ROOM -> stock.totalRoom();
            case CURRENT_ROOM -> stock.currentRoom();
            case BUY_SPEED -> stock.buySpeed();
            case SELL_SPEED -> stock.sellSpeed();
            case BUY_ACCELERATION -> stock.buyAcceleration();
            case SELL_ACCELERATION -> stock.sellAcceleration();
            case UPDATED -> stock.lastUpdated();
        };
    }

    private static Object valueOf(IndexField field, IndexPicture index) {
        return switch (field) {
            case VALUE -> index.latest().value();
            case PRIOR_VALUE -> index.latest().priorValue();
            case TOTAL_VOLUME -> index.latest().totalVolume();
            case ADVANCES -> index.latest().advances();
            case DECLINES -> index.latest().declines();
            case UNCHANGED -> index.latest().unchanged();
            case UPDATED -> index.latest().at();
        };
    }

    private static Object valueOf(FuturesField field, FuturesPicture futures) {
        return switch (field) {
            case LAST -> futures.last();
            case REFERENCE -> futures.reference();
            case VOLUME -> futures.volume();
            case BID -> futures.bid();
            case ASK -> futures.ask();
            case SPOT -> futures.spot();
            case UPDATED -> futures.lastUpdated();
        };
    }
}
