package org.tickcast.market.alert;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.ForeignFlow;

/** A foreign net value that is far from what it was a few minutes ago. */
final class ForeignAccelerationRule implements AlertRule {

    private final AlertLimits.ForeignAcceleration limits;
    private final PerSymbol<NetValues> netValues;

    ForeignAccelerationRule(AlertLimits.ForeignAcceleration limits, int maxSymbols) {
        this.limits = limits;
        this.netValues = new PerSymbol<>(maxSymbols, () -> new NetValues(limits.lookback(), limits.spacing()));
    }

    @Override
    public @Nullable Signal flowed(ForeignFlow flow) {
        NetValues values = netValues.of(flow.symbol());
        if (values == null) {
            return null;
        }
        values.add(flow);
        Long before = values.before();
        if (before == null || Math.abs(before) < limits.minValue()) {
            return null;
        }
        double change = Math.abs((double) (netValue(flow) - before)) / Math.abs(before);
        return change > limits.change() ? acceleration(flow, before, change) : null;
    }

    @Override
    public void clear() {
        netValues.clear();
    }

    private Signal acceleration(ForeignFlow flow, long before, double change) {
        long now = netValue(flow);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("net_value", now);
        data.put("prev_value", before);
        // A part of 1 in spite of its name: so seed 0 sends it.
        data.put("change_pct", Numbers.rounded(change, 3));
        String message = String.format(
                Locale.ROOT,
                "%s: foreign %s, net value changed by %.0f%% in %d min",
                flow.symbol(),
                now > before ? "buying" : "selling",
                100 * change,
                limits.lookback().toMinutes());
        return new Signal(AlertType.FOREIGN_ACCELERATION, flow.symbol(), message, flow.at(), data);
    }

    private static long netValue(ForeignFlow flow) {
        return flow.buyValue() - flow.sellValue();
    }
}
