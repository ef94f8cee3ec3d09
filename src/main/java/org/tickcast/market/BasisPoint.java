package org.tickcast.market;

import java.time.Instant;

/** By how much a future stood above its index at one moment, in points. Known only while both have a price. */
public record BasisPoint(Instant at, Symbol contract, double futuresPrice, double spot) {

    public BasisPoint {
        contract = FuturesContract.canonical(contract);
        Checks.positivePoints(contract, "futures price", futuresPrice);
        Checks.positivePoints(contract, "spot", spot);
    }

    public double basis() {
        return futuresPrice - spot;
    }

    public double percent() {
        return 100 * basis() / spot;
    }

    public boolean isPremium() {
        return basis() > 0;
    }

    BasisPoint movedTo(Instant time) {
        return new BasisPoint(time, contract, futuresPrice, spot);
    }
}
