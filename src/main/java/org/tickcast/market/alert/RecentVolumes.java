package org.tickcast.market.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/** The volumes of a stock's trades within a window of time, with their mean. */
final class RecentVolumes {

    private final Duration window;
    private final int maxTrades;
    private final ArrayDeque<Sample> samples = new ArrayDeque<>();
    private long sum;

    RecentVolumes(Duration window, int maxTrades) {
        this.window = window;
        this.maxTrades = maxTrades;
    }

    void add(long volume, Instant at) {
        samples.addLast(new Sample(volume, at));
        sum += volume;
        while (samples.size() > maxTrades || isOutside(samples.getFirst().at(), at)) {
            sum -= samples.removeFirst().volume();
        }
    }

    int count() {
        return samples.size();
    }

    double mean() {
        return (double) sum / samples.size();
    }

    /** After a clock has jumped back by more than the window, what was before is in the future, and as far away as the past. */
    private boolean isOutside(Instant sample, Instant now) {
        return Duration.between(sample, now).abs().compareTo(window) > 0;
    }

    private record Sample(long volume, Instant at) {}
}
