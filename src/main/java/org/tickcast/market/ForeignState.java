package org.tickcast.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Set;

/** The foreign side of one stock, with its speeds. Belongs to the board, and so to the tick. */
final class ForeignState {

    private final Symbol symbol;
    private final VersionedFields<ForeignField> fields;
    private final FlowSpeed buying;
    private final FlowSpeed selling;

    /** The first report is where we start counting from: what came before it has no speed. */
    ForeignState(ForeignFlow first, long version) {
        this(first.symbol(), new VersionedFields<>(ForeignField.class, version), new FlowSpeed(), new FlowSpeed());
        show(first, version);
    }

    private ForeignState(Symbol symbol, VersionedFields<ForeignField> fields, FlowSpeed buying, FlowSpeed selling) {
        this.symbol = symbol;
        this.fields = fields;
        this.buying = buying;
        this.selling = selling;
    }

    void flowed(ForeignFlow flow, long version) {
        buying.grewBy(growth(ForeignField.BUY_VOLUME, flow.buyVolume()), flow.at());
        selling.grewBy(growth(ForeignField.SELL_VOLUME, flow.sellVolume()), flow.at());
        show(flow, version);
    }

    /** The totals fall only when the feed starts over; that is not trading. */
    private long growth(ForeignField total, long now) {
        return Math.max(0, now - fields.get(total));
    }

    private void show(ForeignFlow flow, long version) {
        fields.set(ForeignField.BUY_VOLUME, flow.buyVolume(), version);
        fields.set(ForeignField.SELL_VOLUME, flow.sellVolume(), version);
        fields.set(ForeignField.BUY_VALUE, flow.buyValue(), version);
        fields.set(ForeignField.SELL_VALUE, flow.sellValue(), version);
        fields.set(ForeignField.TOTAL_ROOM, flow.totalRoom(), version);
        fields.set(ForeignField.CURRENT_ROOM, flow.currentRoom(), version);
        fields.setDecimal(ForeignField.BUY_SPEED, buying.perMinute(), version);
        fields.setDecimal(ForeignField.SELL_SPEED, selling.perMinute(), version);
        fields.setDecimal(ForeignField.BUY_ACCELERATION, buying.acceleration(), version);
        fields.setDecimal(ForeignField.SELL_ACCELERATION, selling.acceleration(), version);
        fields.setTime(ForeignField.UPDATED, flow.at(), version);
    }

    Symbol symbol() {
        return symbol;
    }

    long newest() {
        return fields.newest();
    }

    Set<ForeignField> changedSince(long base) {
        return fields.changedSince(base);
    }

    ForeignActivity activity() {
        return new ForeignActivity(
                symbol,
                fields.get(ForeignField.BUY_VOLUME),
                fields.get(ForeignField.SELL_VOLUME),
                fields.get(ForeignField.BUY_VALUE),
                fields.get(ForeignField.SELL_VALUE),
                fields.get(ForeignField.TOTAL_ROOM),
                fields.get(ForeignField.CURRENT_ROOM),
                fields.getDecimal(ForeignField.BUY_SPEED),
                fields.getDecimal(ForeignField.SELL_SPEED),
                fields.getDecimal(ForeignField.BUY_ACCELERATION),
                fields.getDecimal(ForeignField.SELL_ACCELERATION),
                fields.getTime(ForeignField.UPDATED));
    }

    void save(DataOutput out) throws IOException {
        fields.save(out);
        buying.save(out);
        selling.save(out);
    }

    static ForeignState load(Symbol symbol, DataInput in, long version) throws IOException {
        return new ForeignState(
                symbol, VersionedFields.load(ForeignField.class, in, version), FlowSpeed.load(in), FlowSpeed.load(in));
    }
}
