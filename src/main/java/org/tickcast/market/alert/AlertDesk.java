package org.tickcast.market.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.BasisPoint;
import org.tickcast.market.BoardListener;
import org.tickcast.market.ForeignFlow;
import org.tickcast.market.PriceBand;
import org.tickcast.market.Trade;

/**
 * Shows what happens on the board to the rules, writes what they say into the book, and lays it out to be told.
 *
 * <p>Threads: the desk belongs to the tick. Its {@link #book} may be read by any thread.
 */
public final class AlertDesk implements BoardListener {

    private final List<AlertRule> rules;
    private final AlertBook book;
    /** Noted since they were last taken; as many at most as the book has things to say of. */
    private List<Alert> untold = new ArrayList<>();

    /** The ids of the alerts are drawn from {@code random}: the same seed and the same events give the same alerts. */
    public AlertDesk(AlertLimits limits, RandomGenerator random) {
        book = new AlertBook(limits, random);
        rules = List.of(
                new VolumeSpikeRule(limits.volumeSpike(), limits.maxSymbols(), book),
                new PriceBreakoutRule(book),
                new ForeignAccelerationRule(limits.foreign(), limits.maxSymbols()),
                new BasisDivergenceRule(limits.maxSymbols()));
    }

    public AlertBook book() {
        return book;
    }

    /** The alerts that are new since the last call, in their order; none nearly always. */
    public List<Alert> takeNew() {
        if (untold.isEmpty()) {
            return List.of();
        }
        List<Alert> taken = untold;
        untold = new ArrayList<>();
        return taken;
    }

    @Override
    public void traded(Trade trade, @Nullable PriceBand band) {
        for (AlertRule rule : rules) {
            note(rule.traded(trade, band));
        }
    }

    @Override
    public void flowed(ForeignFlow flow) {
        for (AlertRule rule : rules) {
            note(rule.flowed(flow));
        }
    }

    @Override
    public void moved(BasisPoint basis) {
        for (AlertRule rule : rules) {
            note(rule.moved(basis));
        }
    }

    /** Forgets the day: what the rules remember, and the book. What was noted but not told will be told all the same. */
    @Override
    public void dayEnded() {
        rules.forEach(AlertRule::clear);
        book.clear();
    }

    private void note(@Nullable Signal signal) {
        Alert alert = signal == null ? null : book.note(signal);
        if (alert != null) {
            untold.add(alert);
        }
    }
}
