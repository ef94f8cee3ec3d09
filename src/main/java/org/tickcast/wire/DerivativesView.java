package org.tickcast.wire;

import org.tickcast.market.FuturesPicture;

/** The most traded VN30 futures contract, in points. */
public record DerivativesView(
        String symbol,
        double lastPrice,
        double change,
        double changePct,
        long volume,
        double bidPrice,
        double askPrice,
        double basis,
        double basisPct,
        boolean isPremium,
        String lastUpdated) {

    static DerivativesView of(FuturesPicture futures) {
        return new DerivativesView(
                futures.contract().code(),
                Decimals.cents(futures.last()),
                Decimals.cents(futures.change()),
                Decimals.cents(futures.changePercent()),
                futures.volume(),
                Decimals.cents(futures.bid()),
                Decimals.cents(futures.ask()),
                Decimals.cents(futures.basis()),
                Decimals.cents(futures.basisPercent()),
                futures.isPremium(),
                VietnamTime.write(futures.lastUpdated()));
    }
}
