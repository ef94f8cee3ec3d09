package org.tickcast.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The last amounts of something, each with its time, and their sum. They lie in a ring that widens while it fills, so
 * that afterwards an amount makes nothing; beyond the most that it keeps the oldest goes. How far back the window reaches
 * its owner says, by forgetting. What a time counts is the owner's affair too.
 *
 * <p>Threads: belongs to its owner.
 */
public final class AmountWindow {

    private final int most;
    private long[] amounts;
    private long[] times;
    private int oldest;
    private int count;
    private long sum;

    /** @param first how many there is room for at once; most windows never need more, and there may be thousands */
    public AmountWindow(int first, int most) {
        this.most = most;
        this.amounts = new long[Math.min(first, most)];
        this.times = new long[amounts.length];
    }

    public void add(long amount, long time) {
        if (count == most) {
            forgetOldest();
        } else if (count == amounts.length) {
            widen();
        }
        int next = (oldest + count) % amounts.length;
        amounts[next] = amount;
        times[next] = time;
        count++;
        sum += amount;
    }

    /** Meant for a window that is not empty, such as one to which something was just added. */
    public long oldestTime() {
        return times[oldest];
    }

    public void forgetOldest() {
        sum -= amounts[oldest];
        oldest = (oldest + 1) % amounts.length;
        count--;
    }

    public int count() {
        return count;
    }

    public long sum() {
        return sum;
    }

    /** Only a full ring needs it, so the oldest amount lies right behind the newest. */
    private void widen() {
        int width = Math.min(2 * count, most);
        amounts = fromOldest(amounts, width);
        times = fromOldest(times, width);
        oldest = 0;
    }

    private long[] fromOldest(long[] full, int width) {
        long[] wider = new long[width];
        System.arraycopy(full, oldest, wider, 0, full.length - oldest);
        System.arraycopy(full, 0, wider, full.length - oldest, oldest);
        return wider;
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(count);
        for (int i = 0; i < count; i++) {
            int at = (oldest + i) % amounts.length;
            out.writeLong(amounts[at]);
            out.writeLong(times[at]);
        }
    }

    /** Takes over what another window saved; this one is new. */
    void load(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            add(in.readLong(), in.readLong());
        }
    }
}
