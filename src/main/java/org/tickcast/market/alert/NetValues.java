package org.tickcast.market.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.ForeignFlow;

/** The foreign net value of one stock as it was a while ago, with the points that will be a while ago later. */
final class NetValues {

    private final Duration lookback;
    private final Duration spacing;
    private final ArrayDeque<Sample> since = new ArrayDeque<>();
    private @Nullable Sample before;
    private long bought;
    private long sold;

    NetValues(Duration lookback, Duration spacing) {
        this.lookback = lookback;
        this.spacing = spacing;
    }

    void add(ForeignFlow flow) {
        if (startsOver(flow)) {
            since.clear();
            before = null;
        }
        bought = flow.buyValue();
        sold = flow.sellValue();
        remember(flow.at());
        Instant then = flow.at().minus(lookback);
        while (!since.isEmpty() && !since.getFirst().at().isAfter(then)) {
            before = since.removeFirst();
        }
    }

    /** The newest value that is old enough; nothing while none is. */
    @Nullable Long before() {
        return before == null ? null : before.netValue();
    }

    private void remember(Instant at) {
        if (since.isEmpty() || !at.isBefore(since.getLast().at().plus(spacing))) {
            since.addLast(new Sample(bought - sold, at));
        }
    }

    /** The totals fall only when the feed starts over, and its clock jumps far back only with it. That is not trading. */
    private boolean startsOver(ForeignFlow flow) {
        boolean fell = flow.buyValue() < bought || flow.sellValue() < sold;
        boolean jumpedBack =
                !since.isEmpty() && flow.at().isBefore(since.getLast().at().minus(lookback));
        return fell || jumpedBack;
    }

    private record Sample(long netValue, Instant at) {}
}
