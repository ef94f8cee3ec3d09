package org.tickcast.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * The fields of one thing on the board, and for each the version at which it last changed. Everything is kept as a
 * whole number, so that an event changes the board without making anything: a decimal by its bits, a time in
 * microseconds.
 *
 * <p>Belongs to the board, and so to the tick.
 */
final class VersionedFields<F extends Enum<F>> {

    private final Class<F> fields;
    private final F[] all;
    private final long[] values;
    private final long[] changedAt;
    private long newest;

    /** All fields are 0, and as new as this version. */
    VersionedFields(Class<F> fields, long version) {
        this.fields = fields;
        this.all = fields.getEnumConstants();
        this.values = new long[all.length];
        this.changedAt = new long[all.length];
        Arrays.fill(changedAt, version);
        this.newest = version;
    }

    long get(F field) {
        return values[field.ordinal()];
    }

    double getDecimal(F field) {
        return Double.longBitsToDouble(get(field));
    }

    void set(F field, long value, long version) {
        int at = field.ordinal();
        if (values[at] != value) {
            values[at] = value;
            changedAt[at] = version;
            newest = version;
        }
    }

    void setDecimal(F field, double value, long version) {
        set(field, Double.doubleToLongBits(value), version);
    }

    void setTime(F field, Instant at, long version) {
        set(field, microseconds(at), version);
    }

    /** @throws ArithmeticException and changes nothing when the sum is beyond counting */
    void add(F field, long more, long version) {
        set(field, Math.addExact(get(field), more), version);
    }

    /** The version of the newest change to any field. */
    long newest() {
        return newest;
    }

    /** The fields that a picture of this version does not have right. */
    Set<F> changedSince(long base) {
        Set<F> changed = EnumSet.noneOf(fields);
        for (F field : all) {
            if (changedAt[field.ordinal()] > base) {
                changed.add(field);
            }
        }
        return changed;
    }

    Instant getTime(F field) {
        return Instant.EPOCH.plus(get(field), ChronoUnit.MICROS);
    }

    /** Back to 0, as on a day that has not begun. */
    void clear(long version) {
        for (F field : all) {
            set(field, 0, version);
        }
    }

    private static long microseconds(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
    }

    /** Without versions: whoever loads them begins with what is there. */
    void save(DataOutput out) throws IOException {
        for (long value : values) {
            out.writeLong(value);
        }
    }

    /** What was saved, all of it as new as this version. */
    static <F extends Enum<F>> VersionedFields<F> load(Class<F> fields, DataInput in, long version) throws IOException {
        VersionedFields<F> loaded = new VersionedFields<>(fields, version);
        for (int i = 0; i < loaded.values.length; i++) {
            loaded.values[i] = in.readLong();
        }
        return loaded;
    }
}
