package org.tickcast.wire;

import org.tickcast.market.BasisPoint;

/** By how much a future stood above its index at one moment. */
public record BasisPointView(
        String timestamp,
        String futuresSymbol,
        double futuresPrice,
        double spotValue,
        double basis,
        double basisPct,
        boolean isPremium) {

    static BasisPointView of(BasisPoint point) {
        return new BasisPointView(
                VietnamTime.write(point.at()),
                point.contract().code(),
                Decimals.cents(point.futuresPrice()),
                Decimals.cents(point.spot()),
                Decimals.cents(point.basis()),
                Decimals.cents(point.percent()),
                point.isPremium());
    }
}
