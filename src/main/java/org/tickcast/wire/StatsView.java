package org.tickcast.wire;

import org.jspecify.annotations.Nullable;
import org.tickcast.market.SessionStats;
import org.tickcast.market.Volumes;

/** Session statistics of one stock. The channel keeps the original's words: mua chủ động is an active buy, bán chủ động an active sell. */
public record StatsView(
        String symbol,
        long muaChuDongVolume,
        long muaChuDongValue,
        long banChuDongVolume,
        long banChuDongValue,
        long neutralVolume,
        long totalVolume,
        @Nullable String lastUpdated,
        Bucket ato,
        Bucket continuous,
        Bucket atc) {

    static StatsView of(SessionStats stats) {
        Volumes day = stats.day();
        return new StatsView(
                stats.symbol().code(),
                day.activeBuy(),
                stats.activeBuyValue(),
                day.activeSell(),
                stats.activeSellValue(),
                day.neutral(),
                day.total(),
                VietnamTime.writeIfKnown(stats.lastUpdated()),
                Bucket.of(stats.ato()),
                Bucket.of(stats.continuous()),
                Bucket.of(stats.atc()));
    }

    /** The same for one part of the day. */
    public record Bucket(long muaChuDongVolume, long banChuDongVolume, long neutralVolume, long totalVolume) {

        static Bucket of(Volumes volumes) {
            return new Bucket(volumes.activeBuy(), volumes.activeSell(), volumes.neutral(), volumes.total());
        }
    }
}
