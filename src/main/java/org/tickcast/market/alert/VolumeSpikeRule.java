package org.tickcast.market.alert;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.PriceBand;
import org.tickcast.market.Trade;

/** One trade that is several times as large as the stock's recent ones are on the average. */
final class VolumeSpikeRule implements AlertRule {

    private final AlertLimits.VolumeSpike limits;
    private final PerSymbol<RecentVolumes> volumes;
    private final Quiet quiet;

    VolumeSpikeRule(AlertLimits.VolumeSpike limits, int maxSymbols, Quiet quiet) {
        this.limits = limits;
        this.volumes = new PerSymbol<>(maxSymbols, () -> new RecentVolumes(limits.window(), limits.maxTrades()));
        this.quiet = quiet;
    }

    @Override
    public @Nullable Signal traded(Trade trade, @Nullable PriceBand band) {
        RecentVolumes recent = volumes.of(trade.symbol());
        if (recent == null) {
            return null;
        }
        recent.add(trade.volume(), trade.at());
        double mean = recent.mean();
        boolean spike = recent.count() >= limits.minTrades() && trade.volume() > limits.ratio() * mean;
        return spike && !quiet.covers(AlertType.VOLUME_SPIKE, trade.symbol(), trade.at()) ? spike(trade, mean) : null;
    }

    @Override
    public void clear() {
        volumes.clear();
    }

    private static Signal spike(Trade trade, double mean) {
        double ratio = Numbers.rounded(trade.volume() / mean, 1);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("last_vol", trade.volume());
        data.put("avg_vol", Numbers.rounded(mean, 1));
        data.put("ratio", ratio);
        data.put("price", trade.price());
        String message = String.format(
                Locale.ROOT,
                "%s: %,d shares in one trade, %.1f times the average",
                trade.symbol(),
                trade.volume(),
                ratio);
        return new Signal(AlertType.VOLUME_SPIKE, trade.symbol(), message, trade.at(), data);
    }
}
