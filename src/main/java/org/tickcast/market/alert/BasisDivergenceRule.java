package org.tickcast.market.alert;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.BasisPoint;

/** A future that crosses its index. Level with it, it is on the side on which it last was. */
final class BasisDivergenceRule implements AlertRule {

    private final PerSymbol<Side> sides;

    BasisDivergenceRule(int maxSymbols) {
        this.sides = new PerSymbol<>(maxSymbols, Side::new);
    }

    @Override
    public @Nullable Signal moved(BasisPoint point) {
        Side side = sides.of(point.contract());
        return side != null && side.crossedBy(point.basis()) ? crossed(point) : null;
    }

    @Override
    public void clear() {
        sides.clear();
    }

    private static Signal crossed(BasisPoint point) {
        double basis = Numbers.rounded(point.basis(), 2);
        double percent = Numbers.rounded(point.percent(), 4);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("basis", basis);
        data.put("basis_pct", percent);
        data.put("futures_price", point.futuresPrice());
        data.put("spot_value", point.spot());
        String message = String.format(
                Locale.ROOT,
                "%s turned to a %s: %+.2f points (%+.3f%%)",
                point.contract(),
                point.isPremium() ? "premium" : "discount",
                basis,
                percent);
        return new Signal(AlertType.BASIS_DIVERGENCE, point.contract(), message, point.at(), data);
    }

    /** Where a future was when it last was not level with its index. */
    private static final class Side {

        private double sign;

        boolean crossedBy(double basis) {
            double before = sign;
            sign = basis == 0 ? sign : Math.signum(basis);
            return before != 0 && sign != before;
        }
    }
}
