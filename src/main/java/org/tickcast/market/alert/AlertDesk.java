package org.tickcast.market.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.BasisPoint;
import org.tickcast.market.ForeignFlow;
import org.tickcast.market.StockPrice;
import org.tickcast.market.Trade;

/**
 * Shows each event to the rules and writes what they say into the book. Every method returns the alerts that are new,
 * which are none nearly always.
 *
 * <p>Threads: the desk belongs to the tick. Its {@link #book} may be read by any thread.
 */
public final class AlertDesk {

    private final List<AlertRule> rules;
    private final AlertBook book;

    /** The ids of the alerts are drawn from {@code random}: the same seed and the same events give the same alerts. */
    public AlertDesk(AlertLimits limits, RandomGenerator random) {
        rules = List.of(
                new VolumeSpikeRule(limits.volumeSpike(), limits.maxSymbols()),
                new PriceBreakoutRule(),
                new ForeignAccelerationRule(limits.foreign(), limits.maxSymbols()),
                new BasisDivergenceRule(limits.maxSymbols()));
        book = new AlertBook(limits, random);
    }

    public AlertBook book() {
        return book;
    }

    /** A stock was traded; its price and band are those after the trade. */
    public List<Alert> traded(Trade trade, StockPrice price) {
        return heard(rule -> rule.traded(trade, price));
    }

    /** Foreign investors' totals of a stock were reported. */
    public List<Alert> flowed(ForeignFlow flow) {
        return heard(rule -> rule.flowed(flow));
    }

    /** The basis moved, because its future or its index did. */
    public List<Alert> moved(BasisPoint basis) {
        return heard(rule -> rule.moved(basis));
    }

    /** Forgets the day: what the rules remember, and the book. */
    public void clear() {
        rules.forEach(AlertRule::clear);
        book.clear();
    }

    private List<Alert> heard(Question question) {
        List<Alert> alerts = List.of();
        for (AlertRule rule : rules) {
            Signal signal = question.ask(rule);
            Alert alert = signal == null ? null : book.note(signal);
            if (alert != null) {
                alerts = with(alert, alerts);
            }
        }
        return alerts;
    }

    private static List<Alert> with(Alert alert, List<Alert> earlier) {
        List<Alert> all = new ArrayList<>(earlier);
        all.add(alert);
        return List.copyOf(all);
    }

    private interface Question {

        @Nullable Signal ask(AlertRule rule);
    }
}
