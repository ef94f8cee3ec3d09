package org.tickcast.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** One index and its line through the day. Belongs to the board, and so to the tick. */
final class IndexState {

    private final Symbol index;
    private final VersionedFields<IndexField> fields;
    private final IndexLine line;

    IndexState(Symbol index, BoardLimits limits, long version) {
        this(index, new VersionedFields<>(IndexField.class, version), new IndexLine(limits));
    }

    private IndexState(Symbol index, VersionedFields<IndexField> fields, IndexLine line) {
        this.index = index;
        this.fields = fields;
        this.line = line;
    }

    void indexed(IndexValue value, long version) {
        fields.setDecimal(IndexField.VALUE, value.value(), version);
        fields.setDecimal(IndexField.PRIOR_VALUE, value.priorValue(), version);
        fields.set(IndexField.TOTAL_VOLUME, value.totalVolume(), version);
        fields.set(IndexField.ADVANCES, value.advances(), version);
        fields.set(IndexField.DECLINES, value.declines(), version);
        fields.set(IndexField.UNCHANGED, value.unchanged(), version);
        fields.setTime(IndexField.UPDATED, value.at(), version);
        line.extend(value.at(), value.value(), version);
    }

    Symbol index() {
        return index;
    }

    double value() {
        return fields.getDecimal(IndexField.VALUE);
    }

    /** Of the line too: it moves only with the value. */
    long newest() {
        return fields.newest();
    }

    IndexChanges changesSince(long base) {
        return new IndexChanges(fields.changedSince(base), line.firstNumber(), line.lastNumber(), line.since(base));
    }

    IndexPicture picture() {
        return new IndexPicture(
                new IndexValue(
                        index,
                        value(),
                        fields.getDecimal(IndexField.PRIOR_VALUE),
                        fields.get(IndexField.TOTAL_VOLUME),
                        (int) fields.get(IndexField.ADVANCES),
                        (int) fields.get(IndexField.DECLINES),
                        (int) fields.get(IndexField.UNCHANGED),
                        fields.getTime(IndexField.UPDATED)),
                line.firstNumber(),
                line.all());
    }

    void save(DataOutput out) throws IOException {
        fields.save(out);
        line.save(out);
    }

    static IndexState load(Symbol index, BoardLimits limits, DataInput in, long version) throws IOException {
        return new IndexState(
                index, VersionedFields.load(IndexField.class, in, version), IndexLine.load(limits, in, version));
    }
}
