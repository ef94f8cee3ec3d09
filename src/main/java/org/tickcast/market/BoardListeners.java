package org.tickcast.market;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several listeners that look like one. */
record BoardListeners(List<BoardListener> listeners) implements BoardListener {

    @Override
    public void traded(Trade trade, @Nullable PriceBand band) {
        listeners.forEach(each -> each.traded(trade, band));
    }

    @Override
    public void flowed(ForeignFlow flow) {
        listeners.forEach(each -> each.flowed(flow));
    }

    @Override
    public void moved(BasisPoint basis) {
        listeners.forEach(each -> each.moved(basis));
    }

    @Override
    public void dayEnded() {
        listeners.forEach(BoardListener::dayEnded);
    }
}
