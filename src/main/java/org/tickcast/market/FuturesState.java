package org.tickcast.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One futures contract. Belongs to the board, and so to the tick. */
final class FuturesState {

    private final Symbol contract;
    private final VersionedFields<FuturesField> fields;
    private boolean traded;

    FuturesState(Symbol contract, double spot, long version) {
        this(contract, new VersionedFields<>(FuturesField.class, version));
        spotMoved(spot, version);
    }

    private FuturesState(Symbol contract, VersionedFields<FuturesField> fields) {
        this.contract = contract;
        this.fields = fields;
    }

    void traded(FuturesTrade trade, long version) {
        fields.add(FuturesField.VOLUME, trade.volume(), version);
        fields.setDecimal(FuturesField.LAST, trade.price(), version);
        fields.setDecimal(FuturesField.REFERENCE, trade.reference(), version);
        fields.setTime(FuturesField.UPDATED, trade.at(), version);
        traded = true;
    }

    void quoted(FuturesQuote quote, long version) {
        fields.setDecimal(FuturesField.BID, quote.bid(), version);
        fields.setDecimal(FuturesField.ASK, quote.ask(), version);
    }

    void spotMoved(double spot, long version) {
        fields.setDecimal(FuturesField.SPOT, spot, version);
    }

    long volume() {
        return fields.get(FuturesField.VOLUME);
    }

    long newest() {
        return fields.newest();
    }

    Symbol contract() {
        return contract;
    }

    Set<FuturesField> changedSince(long base) {
        return fields.changedSince(base);
    }

    /** By how much it stands above the index; null before both have a price. */
    @Nullable BasisPoint basis(Instant at) {
        double last = fields.getDecimal(FuturesField.LAST);
        double spot = fields.getDecimal(FuturesField.SPOT);
        return last > 0 && spot > 0 ? new BasisPoint(at, contract, last, spot) : null;
    }

    /** What to show of the contract: nothing before its first trade. */
    @Nullable FuturesPicture picture() {
        if (!traded) {
            return null;
        }
        return new FuturesPicture(
                contract,
                fields.getDecimal(FuturesField.LAST),
                fields.getDecimal(FuturesField.REFERENCE),
                volume(),
                fields.getDecimal(FuturesField.BID),
                fields.getDecimal(FuturesField.ASK),
                fields.getDecimal(FuturesField.SPOT),
                fields.getTime(FuturesField.UPDATED));
    }

    void save(DataOutput out) throws IOException {
        fields.save(out);
        out.writeBoolean(traded);
    }

    static FuturesState load(Symbol contract, DataInput in, long version) throws IOException {
        FuturesState futures = new FuturesState(contract, VersionedFields.load(FuturesField.class, in, version));
        futures.traded = in.readBoolean();
        return futures;
    }
}
