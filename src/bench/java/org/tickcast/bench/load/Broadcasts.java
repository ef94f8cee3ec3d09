package org.tickcast.bench.load;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * When each broadcast reached its first and its last client, by what tells it from others: its stamp, or a checksum of
 * what it says. Nearly every arrival is of one of the newest, so they are looked for from the end.
 */
final class Broadcasts {

    /** How many broadcasts may be under way at once. */
    private static final int LOOKED_AT = 64;

    /** What says the same after so long is another broadcast. */
    private static final long LONGEST_MICROS = TimeUnit.SECONDS.toMicros(5);

    private long[] ids = new long[1024];
    private long[] first = new long[1024];
    private long[] last = new long[1024];
    private int[] arrivals = new int[1024];
    private int size;

    void arrived(long id, long micros) {
        int row = find(id, micros);
        last[row] = micros;
        arrivals[row]++;
    }

    private int find(long id, long micros) {
        for (int row = size - 1; row >= Math.max(0, size - LOOKED_AT); row--) {
            if (ids[row] == id && micros - first[row] < LONGEST_MICROS) {
                return row;
            }
        }
        if (size == ids.length) {
            grow();
        }
        ids[size] = id;
        first[size] = micros;
        return size++;
    }

    private void grow() {
        ids = Arrays.copyOf(ids, size * 2);
        first = Arrays.copyOf(first, size * 2);
        last = Arrays.copyOf(last, size * 2);
        arrivals = Arrays.copyOf(arrivals, size * 2);
    }

    /** What came of the broadcasts that began within the window, to the clients of all threads. */
    static Spread spread(List<Broadcasts> threads, Window window) {
        Map<Long, Reached> reached = new HashMap<>();
        for (Broadcasts thread : threads) {
            for (int row = 0; row < thread.size; row++) {
                reached.merge(
                        thread.ids[row],
                        new Reached(thread.first[row], thread.last[row], thread.arrivals[row]),
                        Reached::and);
            }
        }
        Spread spread = new Spread(new Histogram(Tally.LONGEST_MICROS, Tally.DIGITS));
        reached.values().stream()
                .filter(broadcast -> window.covers(broadcast.first()))
                .forEach(spread::add);
        return spread;
    }

    /** One broadcast, by all that it has reached. */
    private record Reached(long first, long last, long arrivals) {

        Reached and(Reached other) {
            return new Reached(Math.min(first, other.first), Math.max(last, other.last), arrivals + other.arrivals);
        }
    }

    /** How unequal clients are served: from the first to the last arrival of each broadcast that several were sent. */
    static final class Spread {

        final Histogram micros;
        long broadcasts;
        long arrivals;

        private Spread(Histogram micros) {
            this.micros = micros;
        }

        private void add(Reached broadcast) {
            broadcasts++;
            arrivals += broadcast.arrivals();
            if (broadcast.arrivals() > 1) {
                micros.recordValue(Math.min(Tally.LONGEST_MICROS, broadcast.last() - broadcast.first()));
            }
        }
    }
}
