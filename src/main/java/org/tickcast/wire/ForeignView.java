package org.tickcast.wire;

import java.util.List;
import org.tickcast.market.ForeignActivity;
import org.tickcast.market.ForeignSummary;

/** What foreign investors did, over the whole market. */
public record ForeignView(
        long totalBuyValue,
        long totalSellValue,
        long totalNetValue,
        long totalBuyVolume,
        long totalSellVolume,
        long totalNetVolume,
        List<Investor> topBuy,
        List<Investor> topSell) {

    static ForeignView of(ForeignSummary summary) {
        return new ForeignView(
                summary.buyValue(),
                summary.sellValue(),
                summary.netValue(),
                summary.buyVolume(),
                summary.sellVolume(),
                summary.netVolume(),
                summary.topBuy().stream().map(Investor::of).toList(),
                summary.topSell().stream().map(Investor::of).toList());
    }

    /** The same for one stock, with its speeds in shares per minute. */
    public record Investor(
            String symbol,
            long buyVolume,
            long sellVolume,
            long netVolume,
            long buyValue,
            long sellValue,
            long netValue,
            long totalRoom,
            long currentRoom,
            double buySpeedPerMin,
            double sellSpeedPerMin,
            double buyAcceleration,
            double sellAcceleration,
            String lastUpdated) {

        static Investor of(ForeignActivity stock) {
            return new Investor(
                    stock.symbol().code(),
                    stock.buyVolume(),
                    stock.sellVolume(),
                    stock.netVolume(),
                    stock.buyValue(),
                    stock.sellValue(),
                    stock.netValue(),
                    stock.totalRoom(),
                    stock.currentRoom(),
                    Decimals.cents(stock.buySpeed()),
                    Decimals.cents(stock.sellSpeed()),
                    Decimals.cents(stock.buyAcceleration()),
                    Decimals.cents(stock.sellAcceleration()),
                    VietnamTime.write(stock.lastUpdated()));
        }
    }
}
