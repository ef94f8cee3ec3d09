package org.tickcast.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything the board knows of one stock. Belongs to the board, and so to the tick. */
final class StockState {

    private static final StockField[] VOLUMES =
            EnumSet.range(StockField.ATO_BUY, StockField.ATC_NEUTRAL).toArray(new StockField[0]);

    private final Symbol symbol;
    private final VersionedFields<StockField> fields;
    private Depth bids = Depth.EMPTY;
    private Depth asks = Depth.EMPTY;
    private @Nullable PriceBand band;

    StockState(Symbol symbol, long version) {
        this(symbol, new VersionedFields<>(StockField.class, version));
    }

    private StockState(Symbol symbol, VersionedFields<StockField> fields) {
        this.symbol = symbol;
        this.fields = fields;
    }

    void quoted(Quote quote) {
        bids = quote.bids();
        asks = quote.asks();
    }

    void banded(PriceBand today, long version) {
        band = today;
        fields.set(StockField.REFERENCE, today.reference(), version);
        fields.set(StockField.CEILING, today.ceiling(), version);
        fields.set(StockField.FLOOR, today.floor(), version);
    }

    void traded(Trade trade, long version) {
        Aggressor aggressor = Aggressor.of(trade, bids.best(), asks.best());
        // The sums first: should one be beyond counting, nothing of this trade is on the board.
        long bought = valueOf(trade, aggressor == Aggressor.BUYER, StockField.BUY_VALUE);
        long sold = valueOf(trade, aggressor == Aggressor.SELLER, StockField.SELL_VALUE);
        checkCountable(trade.volume());
        fields.add(StockField.volume(trade.session(), aggressor), trade.volume(), version);
        fields.set(StockField.BUY_VALUE, bought, version);
        fields.set(StockField.SELL_VALUE, sold, version);
        fields.set(StockField.LAST, trade.price(), version);
        fields.setTime(StockField.UPDATED, trade.at(), version);
    }

    private long valueOf(Trade trade, boolean attacked, StockField sum) {
        long value = attacked ? Math.multiplyExact(trade.price(), trade.volume()) : 0;
        return Math.addExact(fields.get(sum), value);
    }

    /** Whatever the parts of the day and the attackers, all of it together has to be a number that we can show. */
    private void checkCountable(long more) {
        long traded = 0;
        for (StockField part : VOLUMES) {
            traded += fields.get(part);
        }
        if (more > Long.MAX_VALUE - traded) {
            throw new ArithmeticException(symbol + ": nobody can count " + traded + " and " + more + " shares");
        }
    }

    /** A new day: nothing is traded and no price is known. The book is still the book. */
    void reset(long version) {
        fields.clear(version);
        band = null;
    }

    long newest() {
        return fields.newest();
    }

    Symbol symbol() {
        return symbol;
    }

    /** The prices between which it may trade today; null while nobody has said. */
    @Nullable PriceBand band() {
        return band;
    }

    Depth bids() {
        return bids;
    }

    Depth asks() {
        return asks;
    }

    Set<StockField> changedSince(long base) {
        return fields.changedSince(base);
    }

    SessionStats stats() {
        return new SessionStats(
                symbol,
                volumes(StockField.ATO_BUY, StockField.ATO_SELL, StockField.ATO_NEUTRAL),
                volumes(StockField.CONTINUOUS_BUY, StockField.CONTINUOUS_SELL, StockField.CONTINUOUS_NEUTRAL),
                volumes(StockField.ATC_BUY, StockField.ATC_SELL, StockField.ATC_NEUTRAL),
                fields.get(StockField.BUY_VALUE),
                fields.get(StockField.SELL_VALUE),
                fields.get(StockField.UPDATED) == 0 ? null : fields.getTime(StockField.UPDATED));
    }

    StockPrice price() {
        return new StockPrice(
                fields.get(StockField.LAST),
                fields.get(StockField.REFERENCE),
                fields.get(StockField.CEILING),
                fields.get(StockField.FLOOR));
    }

    private Volumes volumes(StockField buy, StockField sell, StockField neutral) {
        return new Volumes(fields.get(buy), fields.get(sell), fields.get(neutral));
    }

    void save(DataOutput out) throws IOException {
        fields.save(out);
        bids.save(out);
        asks.save(out);
        PriceBand today = band;
        out.writeBoolean(today != null);
        if (today != null) {
            today.save(out);
        }
    }

    static StockState load(Symbol symbol, DataInput in, long version) throws IOException {
        StockState stock = new StockState(symbol, VersionedFields.load(StockField.class, in, version));
        stock.bids = Depth.load(in);
        stock.asks = Depth.load(in);
        stock.band = in.readBoolean() ? PriceBand.load(symbol, in) : null;
        return stock;
    }
}
