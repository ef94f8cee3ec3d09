package org.tickcast.market;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** What foreign investors did with the whole market today, and where they bought and sold most, net. */
public record ForeignSummary(
        long buyVolume,
        long sellVolume,
        long buyValue,
        long sellValue,
        List<ForeignActivity> topBuy,
        List<ForeignActivity> topSell) {

    public static final int TOP = 5;

    static ForeignSummary of(Collection<ForeignActivity> stocks) {
        Comparator<ForeignActivity> byNetValue = Comparator.comparingLong(ForeignActivity::netValue);
        return new ForeignSummary(
                sum(stocks, ForeignActivity::buyVolume),
                sum(stocks, ForeignActivity::sellVolume),
                sum(stocks, ForeignActivity::buyValue),
                sum(stocks, ForeignActivity::sellValue),
                stocks.stream()
                        .filter(stock -> stock.netValue() > 0)
                        .sorted(byNetValue.reversed())
                        .limit(TOP)
                        .toList(),
                stocks.stream()
                        .filter(stock -> stock.netValue() < 0)
                        .sorted(byNetValue)
                        .limit(TOP)
                        .toList());
    }

    public long netVolume() {
        return buyVolume - sellVolume;
    }

    public long netValue() {
        return buyValue - sellValue;
    }

    private static long sum(Collection<ForeignActivity> stocks, ToLongFunction<ForeignActivity> part) {
        return stocks.stream().mapToLong(part).reduce(0, Math::addExact);
    }
}
